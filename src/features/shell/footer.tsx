import { Link } from 'react-router';
import { providersHref, topicsHref } from '../../lib/href.ts';
import { strings } from '../../lib/strings.ts';
import { usePublication } from '../../ui/publication-context.ts';
import styles from './footer.module.css';

export function Footer() {
  const publication = usePublication();
  return (
    <footer className={styles.footer}>
      {publication?.description && <p className={styles.about}>{publication.description}</p>}
      <nav aria-label={strings.footer} className={styles.links}>
        <Link to={topicsHref()}>{strings.allTopics}</Link>
        <Link to={providersHref()}>{strings.allProviders}</Link>
        {publication?.links.map((link) => (
          <a key={link.url} href={link.url} rel="noopener">
            {link.label}
          </a>
        ))}
      </nav>
    </footer>
  );
}
