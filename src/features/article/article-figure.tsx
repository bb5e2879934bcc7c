import { useState } from 'react';
import { basePath } from '../../lib/base-path.ts';
import { strings } from '../../lib/strings.ts';
import { pictureFile } from '../../schema/paths.ts';
import type { Picture } from '../../schema/picture.ts';
import styles from './article-figure.module.css';

/** The width that the text's column gives a picture, for the browser's choice among a picture's files. */
const COLUMN = '(min-width: 1500px) 56vw, (min-width: 1000px) 62vw, 100vw';

/** One picture whole, at its own shape, its space reserved. first: the one at the top, which is wanted at once. */
export function ArticlePicture({
  picture,
  alt = '',
  first = false,
  onGone,
}: {
  picture: Picture;
  alt?: string;
  first?: boolean;
  onGone?: () => void;
}) {
  const { id, width, height, widths } = picture;
  return (
    <img
      className={styles.picture}
      src={basePath + pictureFile(id, widths.at(-1) ?? width)}
      srcSet={widths.map((each) => `${basePath}${pictureFile(id, each)} ${each}w`).join(', ')}
      sizes={COLUMN}
      width={width}
      height={height}
      alt={alt}
      decoding="async"
      loading={first ? 'eager' : 'lazy'}
      {...(first && { fetchPriority: 'high' as const })}
      onError={onGone}
    />
  );
}

/** A picture with the word where it comes from. One that cannot be had leaves a rule, not a broken frame. */
export function ArticleFigure({
  picture,
  alt,
  provider,
  first = false,
}: {
  picture: Picture;
  alt?: string;
  /** Named below the picture; without it nothing is. */
  provider?: string | undefined;
  first?: boolean;
}) {
  const [gone, setGone] = useState(false);
  if (gone) return <hr className={styles.gone} />;
  return (
    <figure className={styles.figure} data-first={first || undefined}>
      <div className={styles.frame}>
        <ArticlePicture picture={picture} first={first} onGone={() => setGone(true)} {...(alt !== undefined && { alt })} />
      </div>
      {provider !== undefined && (
        <figcaption className={styles.caption}>
          <bdi>{strings.pictureBy(provider)}</bdi>
        </figcaption>
      )}
    </figure>
  );
}
