import type { Ref } from 'react';
import { articleStrings } from '../../lib/article-strings.ts';
import type { ArticleFile } from '../../schema/article.ts';
import { LinkOut } from '../../ui/link-out.tsx';
import { SaveButton } from './article-acts.tsx';
import styles from './article-out.module.css';

/** The host that an address leads to, as it is written: in ASCII, without `www.`. */
const hostOf = (url: string): string => new URL(url).hostname.replace(/^www\./, '');

const Host = ({ url }: { url: string }) => (
  <>
    {' '}
    <small className={styles.host}>{hostOf(url)}</small>
  </>
);

/** The one way out, to the original. On phones it stays at the bottom of the window until its own place is reached. */
export function ArticleOut({ article, ref }: { article: ArticleFile; ref: Ref<HTMLAnchorElement> }) {
  const { originalUrl, provider } = article;
  if (originalUrl === undefined)
    return (
      <div className={styles.without}>
        <p className={styles.none}>{articleStrings.noLink}</p>
        <SaveButton article={article} />
      </div>
    );
  const words = article.type === 'video' ? articleStrings.watchAt(provider.name) : articleStrings.readAt(provider.name);
  return (
    // The interface's own words run their way, whatever way the article does.
    <div className={styles.bar} dir="ltr">
      <LinkOut className={styles.out} href={originalUrl} ref={ref} note={<Host url={originalUrl} />}>
        <bdi className={styles.words}>{words}</bdi>
      </LinkOut>
      <SaveButton article={article} />
    </div>
  );
}

/** The copy that search engines keep, where the publisher has one. */
export function ArticleAmp({ article }: { article: ArticleFile }) {
  const url = article.ampWebUrl ?? article.cdnAmpWebUrl;
  if (url === undefined) return null;
  return (
    <p className={styles.amp}>
      <LinkOut href={url}>{articleStrings.openAmp}</LinkOut>
    </p>
  );
}

/** Ways to pictures that are not copied here. */
export function ArticlePictureLinks({ urls }: { urls: readonly string[] }) {
  return (
    <>
      {urls.map((url) => (
        <p key={url} className={styles.amp}>
          <LinkOut href={url}>{articleStrings.pictureAt(hostOf(url))}</LinkOut>
        </p>
      ))}
    </>
  );
}

/** What a reader on paper needs in place of a link. */
export function ArticleAddress({ url }: { url: string | undefined }) {
  return <p className={styles.address}>{url ?? articleStrings.noLink}</p>;
}
