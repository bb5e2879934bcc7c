import { strings } from '../../lib/strings.ts';
import type { Picture } from '../../schema/picture.ts';
import { classNames } from '../../ui/class-names.ts';
import styles from './card-picture.module.css';
import { KeptPicture } from './kept-picture.tsx';
import { PicturePlaceholder } from './picture-placeholder.tsx';

/** Shapes that lose little when they are cut to 16:9. */
const CROPPED = { from: 1.3, to: 2.3 };

const SIZES = {
  // On a phone three quarters of what its screen could show look the same and weigh half.
  lead: '(min-width: 1024px) 58vw, (min-width: 640px) 94vw, 75vw',
  column: '(min-width: 1360px) 400px, (min-width: 640px) 46vw, 120px',
} as const;

interface CardPictureProps {
  picture: Picture;
  size: keyof typeof SIZES;
  /** It stands in the first view. */
  early: boolean;
  video: boolean;
  className: string | undefined;
  onGone: () => void;
}

/** A card's picture, 16:9: cut where its shape is near that, else whole, on its own colours. */
export function CardPicture({ picture, size, early, video, className, onGone }: CardPictureProps) {
  const shape = picture.width / picture.height;
  const whole = shape < CROPPED.from || shape > CROPPED.to;
  return (
    <div className={classNames(styles.picture, whole && styles.whole, className)}>
      {whole && <PicturePlaceholder className={styles.behind} picture={picture} fit="fill" />}
      <PicturePlaceholder picture={picture} fit={whole ? 'contain' : 'cover'} />
      <KeptPicture picture={picture} sizes={SIZES[size]} early={early} high={early && size === 'lead'} onGone={onGone} />
      {video && (
        <span className={styles.video}>
          <span className="visually-hidden">{strings.video}</span>
        </span>
      )}
    </div>
  );
}
