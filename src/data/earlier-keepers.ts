import { basePath } from '../lib/base-path.ts';
import type { Holder } from '../seal/index-file.ts';
import { type Keeper, keeperOf, keepingKey } from '../seal/keeper.ts';
import { readPreviewLink } from '../seal/preview-link.ts';

/**
 * Keepers of what somebody typed: a reviewer's link, its key alone, or a passphrase, which takes its time. One that could be both comes
 * first as a link.
 */
export async function* earlierKeepers(typed: string): AsyncGenerator<Keeper> {
  const text = typed.trim();
  const link = readPreviewLink(URL.canParse(text) ? new URL(text) : { pathname: '', search: '', hash: `#${text}` });
  const holders: Holder[] = [...(link ? [{ link: link.key }] : []), { passphrase: text }];
  for (const holder of holders) {
    const key = await keepingKey(holder, location.origin + basePath);
    if (key) yield keeperOf(key, basePath);
  }
}
