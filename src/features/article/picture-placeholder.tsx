import { type Picture, PLACEHOLDER } from '../../schema/picture.ts';
import { classNames } from '../../ui/class-names.ts';
import styles from './picture-placeholder.module.css';

/** How it lies in its frame, as the picture will: cut to it, whole in it, or drawn out over all of it. */
const FIT = { cover: 'xMidYMid slice', contain: 'xMidYMid meet', fill: 'none' } as const;
const SIDE = 100;

/**
 * What a picture is about by its colours, from a few bytes, until it is there. Drawn, because the policy allows neither style
 * attributes nor pictures in addresses. Fills whatever is positioned around it.
 */
export function PicturePlaceholder({
  picture,
  fit,
  className,
}: {
  picture: Picture;
  fit: keyof typeof FIT;
  className?: string | undefined;
}) {
  const { color, placeholder, width, height } = picture;
  if (color === undefined || placeholder === undefined) return null;
  const tall = Math.max(1, Math.round((SIDE * height) / width));
  return (
    <svg
      className={classNames(styles.placeholder, className)}
      viewBox={`0 0 ${SIDE} ${tall}`}
      preserveAspectRatio={FIT[fit]}
      aria-hidden="true"
    >
      <path fill={`#${color}`} d={`M0 0h${SIDE}v${tall}H0z`} />
      <g className={styles.cells} transform={`scale(${SIDE / PLACEHOLDER.columns} ${tall / PLACEHOLDER.rows})`}>
        {cellsByColor(placeholder).map(([fill, d]) => (
          <path key={fill} fill={`#${fill}`} d={d} />
        ))}
      </g>
    </svg>
  );
}

/** A path for each colour: pictures of one ground need few. */
function cellsByColor(placeholder: string): [color: string, d: string][] {
  const paths = new Map<string, string>();
  for (let place = 0; place * 3 < placeholder.length; place++) {
    const color = placeholder.slice(place * 3, place * 3 + 3);
    const at = `M${place % PLACEHOLDER.columns} ${Math.floor(place / PLACEHOLDER.columns)}h1v1h-1z`;
    paths.set(color, (paths.get(color) ?? '') + at);
  }
  return [...paths];
}
