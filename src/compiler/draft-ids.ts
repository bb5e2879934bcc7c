import { hex, utf8 } from '../seal/bytes.ts';
import { sha256 } from '../seal/derive.ts';
import { draftId } from '../seal/draft-id.ts';
import type { Corpus } from './model.ts';
import { byText } from './order.ts';

/** The ids of all drafts, by path. Of files that share a slug, which is a fault, the first has its address. */
export async function draftIds({ drafts, faulty }: Pick<Corpus, 'drafts' | 'faulty'>): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  for (const { path, slug } of [...drafts.map(({ article }) => article), ...faulty].toSorted((a, b) => byText(a.path, b.path))) {
    const own = await draftId(slug);
    const id = taken.has(own) ? await draftId(`${slug} ${path}`) : own;
    taken.add(id);
    ids.set(path, id);
  }
  return ids;
}

/**
 * What a verdict is about: 32 hex digits of a hash of the file's front matter and body, line ends aside, so that a copy that
 * git gave other line ends counts as the same.
 */
export const judgedHash = async (source: string, body: string): Promise<string> =>
  hex(await sha256(utf8(`tearsheet judged ${JSON.stringify([source, body])}`))).slice(0, 32);
