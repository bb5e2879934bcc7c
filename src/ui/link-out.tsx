import type { ReactNode, Ref } from 'react';
import { strings } from '../lib/strings.ts';

/** A link that leaves the site; its address was written by `URL` and is http(s). Screen readers are told. */
export function LinkOut({
  href,
  className,
  ref,
  note,
  children,
}: {
  href: string;
  className?: string | undefined;
  ref?: Ref<HTMLAnchorElement>;
  /** What stands after the arrow. */
  note?: ReactNode;
  children: ReactNode;
}) {
  return (
    <a ref={ref} href={href} className={className} rel="noopener noreferrer nofollow ugc">
      {children}
      <span aria-hidden="true">{'\u00a0\u2197\ufe0e'}</span>
      {note}
      <span className="visually-hidden"> ({strings.leavesThisSite})</span>
    </a>
  );
}
