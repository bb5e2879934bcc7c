import { calendarHref, providersHref, topicsHref } from '../../lib/href.ts';
import { strings } from '../../lib/strings.ts';
import { PageLink } from '../../ui/page-link.tsx';
import { usePublication } from '../../ui/publication-context.ts';
import styles from './footer.module.css';

export function Footer() {
  const publication = usePublication();
  return (
    <footer className={styles.footer}>
      {publication?.description && <p className={styles.about}>{publication.description}</p>}
      <nav aria-label={strings.footer} className={styles.links}>
        <PageLink to={topicsHref()} opens={false}>
          {strings.allTopics}
        </PageLink>
        <PageLink to={providersHref()} opens={false}>
          {strings.allProviders}
        </PageLink>
        <PageLink to={calendarHref()} opens={false}>
          {strings.calendar}
        </PageLink>
        {publication?.links.map((link) => (
          <a key={link.url} href={link.url} rel="noopener">
            {link.label}
          </a>
        ))}
      </nav>
    </footer>
  );
}
