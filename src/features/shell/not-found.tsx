import { Link } from 'react-router';
import { homeHref, providersHref, topicsHref } from '../../lib/href.ts';
import { strings } from '../../lib/strings.ts';
import { usePublication } from '../../ui/publication-context.ts';
import { usePageTitle } from '../../ui/use-page-title.ts';

/** For an address that nothing stands at: says so, and leads on. */
export function NotFound() {
  const publication = usePublication();
  usePageTitle(strings.notFound.title);
  return (
    <section>
      <h1>{strings.notFound.title}</h1>
      <p>{strings.notFound.text}</p>
      <p>{strings.notFound.latest}</p>
      <ul>
        <li>
          <Link to={homeHref()}>{strings.allNews}</Link> {publication && strings.stories(publication.total)}
        </li>
        <li>
          <Link to={topicsHref()}>{strings.allTopics}</Link>
        </li>
        <li>
          <Link to={providersHref()}>{strings.allProviders}</Link>
        </li>
      </ul>
    </section>
  );
}
