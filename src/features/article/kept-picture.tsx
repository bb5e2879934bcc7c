import { use } from 'react';
import { basePath } from '../../lib/base-path.ts';
import { pictureFile } from '../../schema/paths.ts';
import type { Picture } from '../../schema/picture.ts';
import { classNames } from '../../ui/class-names.ts';
import { Elsewhere } from '../../ui/elsewhere.ts';
import styles from './kept-picture.module.css';

interface KeptPictureProps {
  picture: Picture;
  /** For the browser's choice among the files: what the layout gives the picture, as in an img's `sizes`. */
  sizes: string;
  alt?: string;
  className?: string | undefined;
  /** It stands in the first view. */
  early?: boolean;
  /** It is the largest thing there. */
  high?: boolean;
  /** It cannot be had. */
  onGone?: (() => void) | undefined;
}

/** A picture as AVIF where the browser knows that, else as WebP, in the size that fits; or as an image service delivers it. */
export function KeptPicture({ picture, sizes, alt = '', className, early = false, high = false, onGone }: KeptPictureProps) {
  const { id, width, height, widths, urls } = picture;
  const elsewhere = use(Elsewhere);
  if (elsewhere) return elsewhere.draw({ picture, alt, className: classNames(styles.img, className), onGone });
  const address = (place: number, format: 'avif' | 'webp'): string =>
    urls?.[place] ?? basePath + pictureFile(id, widths[place] ?? width, format);
  const set = (format: 'avif' | 'webp'): string => widths.map((each, place) => `${address(place, format)} ${each}w`).join(', ');
  return (
    <picture className={styles.kept}>
      {!urls && <source type="image/avif" srcSet={set('avif')} sizes={sizes} />}
      <img
        className={classNames(styles.img, className)}
        // Loading and priority before the address: the request begins with that.
        loading={early ? 'eager' : 'lazy'}
        fetchPriority={high ? 'high' : 'low'}
        decoding="async"
        width={width}
        height={height}
        sizes={sizes}
        srcSet={set('webp')}
        src={address(widths.length - 1, 'webp')}
        alt={alt}
        ref={(img) => {
          // A page that came with its pictures may have lost one before any script could hear of it.
          if (img?.complete && img.naturalWidth === 0) onGone?.();
        }}
        onError={onGone}
      />
    </picture>
  );
}
