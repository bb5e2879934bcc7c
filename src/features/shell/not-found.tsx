import { calendarHref, homeHref, providersHref, topicsHref } from '../../lib/href.ts';
import { ROUND_FROM } from '../../lib/round-count.ts';
import { strings } from '../../lib/strings.ts';
import { PageLink } from '../../ui/page-link.tsx';
import { usePublication } from '../../ui/publication-context.ts';
import { usePageTitle } from '../../ui/use-page-title.ts';
import styles from './not-found.module.css';

/** The publication's count is rounded down. */
const storiesIn = (total: number): string => (total < ROUND_FROM ? strings.stories : strings.manyStories)(total);

/** For an address that nothing stands at: says so, and leads on. */
export function NotFound() {
  const publication = usePublication();
  usePageTitle(strings.notFound.title);
  return (
    <section className={styles.page}>
      <h1>{strings.notFound.title}</h1>
      <p>
        {strings.notFound.text} {strings.notFound.latest}
      </p>
      <ul className={styles.ways}>
        <Way to={homeHref()} name={strings.allNews} count={publication && storiesIn(publication.total)} />
        <Way to={topicsHref()} name={strings.allTopics} count={publication?.topicsTotal} />
        <Way to={providersHref()} name={strings.allProviders} count={publication?.providersTotal} />
        <Way to={calendarHref()} name={strings.calendar} count={undefined} />
      </ul>
    </section>
  );
}

const Way = ({ to, name, count }: { to: string; name: string; count: string | number | undefined }) => (
  <li>
    <PageLink to={to}>
      {name} {count !== undefined && <span>{count}</span>}
    </PageLink>
  </li>
);
