import { articleStrings } from '../../lib/article-strings.ts';
import type { Picture } from '../../schema/picture.ts';
import styles from './article-figure.module.css';
import { KeptPicture } from './kept-picture.tsx';
import { PicturePlaceholder } from './picture-placeholder.tsx';
import { useGonePicture } from './use-gone-picture.ts';

/** The width that the text's column gives a picture, for the browser's choice among a picture's files. */
const COLUMN = '(min-width: 1500px) 56vw, (min-width: 1000px) 62vw, (min-width: 640px) 100vw, 75vw';

/** One picture, its space reserved. fit: whole at its own shape, or cut to its frame. first: the one at the top, which is wanted at once. */
export function ArticlePicture({
  picture,
  alt = '',
  fit = 'contain',
  first = false,
  onGone,
}: {
  picture: Picture;
  alt?: string;
  fit?: 'contain' | 'cover';
  first?: boolean;
  onGone?: () => void;
}) {
  return (
    <>
      <PicturePlaceholder picture={picture} fit={fit} />
      <KeptPicture
        className={styles.picture}
        picture={picture}
        sizes={COLUMN}
        alt={alt}
        early={first}
        high={first}
        onGone={onGone}
      />
    </>
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
  const [gone, onGone] = useGonePicture(picture);
  if (gone) return <hr className={styles.gone} />;
  return (
    <figure className={styles.figure} data-first={first || undefined}>
      <div className={styles.frame}>
        <ArticlePicture picture={picture} first={first} onGone={onGone} {...(alt !== undefined && { alt })} />
      </div>
      {provider !== undefined && (
        <figcaption className={styles.caption}>
          <bdi>{picture.urls ? articleStrings.pictureOf(provider) : articleStrings.pictureBy(provider)}</bdi>
        </figcaption>
      )}
    </figure>
  );
}
