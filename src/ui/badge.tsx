import { use, useState } from 'react';
import type { Provider } from '../schema/card.ts';
import styles from './badge.module.css';
import { classNames } from './class-names.ts';
import { Elsewhere } from './elsewhere.ts';
import { logoAddress } from './logo-address.ts';

const INKS = 12;

/** Same ink for a provider everywhere: by its domain, else its name. */
function inkOf(provider: Provider): number {
  let sum = 7;
  for (const sign of provider.domain ?? provider.name) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 9973;
  return sum % INKS;
}

/** First letter or number of the name, in any script; articles before a name say nothing. */
export function monogramOf(name: string): string {
  const first = /[\p{L}\p{N}]\p{M}*/u.exec(name.replace(/^(the|der|die|das|le|la|el)\s+/iu, ''))?.[0] ?? '?';
  return first.toUpperCase();
}

/** A provider's stamp: its logo, else a monogram, also where the logo cannot be had. Decoration beside the name that always stands next to it. */
export function Badge({ provider, size = 'small' }: { provider: Provider; size?: 'small' | 'large' }) {
  const { logo } = provider;
  const [gone, setGone] = useState(false);
  const className = classNames(styles.badge, size === 'large' && styles.large);
  const elsewhere = use(Elsewhere);
  const onGone = () => setGone(true);
  if (logo !== undefined && !gone) {
    if (elsewhere) return elsewhere.draw({ picture: logo, className, onGone });
    return (
      <img
        className={className}
        src={logoAddress(logo)}
        alt=""
        width={96}
        height={96}
        loading="lazy"
        fetchPriority="low"
        decoding="async"
        ref={(img) => {
          // A page that came with its pictures may have lost one before any script could hear of it.
          if (img?.complete && img.naturalWidth === 0) setGone(true);
        }}
        onError={onGone}
      />
    );
  }
  return (
    <span className={classNames(className, styles[`ink${inkOf(provider)}`])} aria-hidden="true">
      {monogramOf(provider.name)}
    </span>
  );
}

/** Several stamps as a stack; the names are told once, in words. */
export function BadgeStack({ providers }: { providers: readonly Provider[] }) {
  return (
    <span className={styles.stack} aria-hidden="true">
      {providers.map((provider) => (
        <Badge key={provider.domain ?? provider.name} provider={provider} />
      ))}
    </span>
  );
}
