import { useLocation } from 'react-router';
import { basePath } from '../../lib/base-path.ts';
import { categoryHref, homeHref, savedHref, searchHref, topicHref, topicsHref } from '../../lib/href.ts';
import { strings } from '../../lib/strings.ts';
import { logoFile } from '../../schema/paths.ts';
import type { PublicationManifest } from '../../schema/publication.ts';
import { Bookmark } from '../../ui/bookmark.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import { usePublication } from '../../ui/publication-context.ts';
import { Text } from '../../ui/text.tsx';
import { useHydrated } from '../../ui/use-hydrated.ts';
import styles from './masthead.module.css';
import { ReaderKeys } from './reader-keys.tsx';
import { ThemeSwitch } from './theme-switch.tsx';

/** The publication's name over its torn edge, and its sections. */
export function Masthead() {
  const publication = usePublication();
  const { pathname } = useLocation();
  const hydrated = useHydrated();
  return (
    <header className={styles.masthead}>
      <div className={styles.top}>
        <PageLink className={styles.wordmark} to={homeHref()}>
          {publication?.logo && (
            <img src={basePath + logoFile(publication.logo)} alt="" width={40} height={40} fetchPriority="low" />
          )}
          <span className={styles.name}>
            {publication ? <Text>{publication.title}</Text> : <span className="visually-hidden">{strings.allNews}</span>}
          </span>
        </PageLink>
        <div className={styles.tools}>
          <PageLink
            className={styles.tool}
            to={searchHref()}
            title={`${strings.search.title} (/)`}
            current={pathname === searchHref()}
          >
            <Lens />
            <span className="visually-hidden">{strings.search.title}</span>
          </PageLink>
          <PageLink className={styles.tool} to={savedHref()} title={strings.saved.title} current={pathname === savedHref()}>
            <Bookmark />
            <span className="visually-hidden">{strings.saved.title}</span>
          </PageLink>
          <ReaderKeys />
          <ThemeSwitch />
        </div>
      </div>
      <nav className={styles.sections} aria-label={strings.sections}>
        <ul>
          <Section to={homeHref()} name={strings.allNews} />
          {publication && <Sections publication={publication} whole={hydrated || pathname === homeHref()} />}
        </ul>
      </nav>
    </header>
  );
}

const Lens = () => (
  <svg viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
    <circle cx="6.7" cy="6.7" r="5" />
    <path d="m10.5 10.5 4.5 4.5" />
  </svg>
);

/** Categories only where there is more than one; then the topics, in the publication's order. whole: with the sections that change as it grows. */
function Sections({ publication, whole }: { publication: PublicationManifest; whole: boolean }) {
  const { categories, topics } = publication;
  if (!whole) return <Section to={topicsHref()} name={strings.allTopics} />;
  return (
    <>
      {categories.length > 1 &&
        categories.map(({ id, name }) => <Section key={`c/${id}`} to={categoryHref(id)} name={name} kind="category" />)}
      {topics.map(({ id, name }, index) => (
        <Section key={`t/${id}`} to={topicHref(name)} name={name} apart={index === 0 && categories.length > 1} />
      ))}
      <Section to={topicsHref()} name={strings.allTopics} />
    </>
  );
}

function Section({ to, name, kind, apart = false }: { to: string; name: string; kind?: 'category'; apart?: boolean }) {
  const { pathname } = useLocation();
  return (
    <li data-kind={kind} data-apart={apart || undefined}>
      <PageLink to={to} current={pathname === to}>
        <Text>{name}</Text>
      </PageLink>
    </li>
  );
}
