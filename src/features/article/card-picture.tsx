import { basePath } from '../../lib/base-path.ts';
import { strings } from '../../lib/strings.ts';
import { pictureFile } from '../../schema/paths.ts';
import type { Picture } from '../../schema/picture.ts';
import { classNames } from '../../ui/class-names.ts';
import styles from './card-picture.module.css';

/** Shapes that lose little when they are cut to 16:9. */
const CROPPED = { from: 1.3, to: 2.3 };

const SIZES = {
  lead: '(min-width: 1024px) 58vw, 94vw',
  column: '(min-width: 1360px) 400px, (min-width: 640px) 46vw, 120px',
} as const;

interface CardPictureProps {
  picture: Picture;
  size: keyof typeof SIZES;
  /** It stands in the first view. */
  early: boolean;
  video: boolean;
  className: string | undefined;
  onError: () => void;
}

/** A card's picture, 16:9: cut where its shape is near that, else whole, on a blurred copy of itself. */
export function CardPicture({ picture, size, early, video, className, onError }: CardPictureProps) {
  const shape = picture.width / picture.height;
  const whole = shape < CROPPED.from || shape > CROPPED.to;
  const file = {
    src: basePath + pictureFile(picture.id, picture.widths[0] ?? picture.width),
    srcSet: picture.widths.map((width) => `${basePath}${pictureFile(picture.id, width)} ${width}w`).join(', '),
    sizes: SIZES[size],
    width: picture.width,
    height: picture.height,
    loading: early ? ('eager' as const) : ('lazy' as const),
    decoding: 'async' as const,
    alt: '',
  };
  return (
    <div className={classNames(styles.picture, whole && styles.whole, className)}>
      {whole && <img className={styles.behind} {...file} />}
      <img className={styles.front} {...file} {...(early && size === 'lead' && { fetchPriority: 'high' })} onError={onError} />
      {video && (
        <span className={styles.video}>
          <span className="visually-hidden">{strings.video}</span>
        </span>
      )}
    </div>
  );
}
