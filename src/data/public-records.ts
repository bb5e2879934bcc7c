import { PublicPages, PublicScores, pagesRecord, scoresRecord } from '../schema/preview.ts';
import { draftId } from '../seal/draft-id.ts';
import { type OpenDrafts, readSealed } from './drafts.ts';

/** Where a public article stands. */
export interface PublicPage {
  category: string;
  slug: string;
}

type Drafts = Pick<OpenDrafts, 'computed'>;

/** The quality of public articles, by slug, where their files have one. Those that do not open are left out. */
export async function publicScores({ computed }: Drafts): Promise<readonly (readonly [slug: string, quality: number])[]> {
  const lists = [...'0123456789abcdef'].map(async (digit) => {
    const bytes = await computed(scoresRecord(digit)).catch(() => undefined);
    return (bytes && readSealed(PublicScores, bytes)?.scores) || [];
  });
  return (await Promise.all(lists)).flat();
}

/** The article that was a draft of this id and is public now. Throws what fetching throws. */
export async function publicPage({ computed }: Drafts, id: string): Promise<PublicPage | undefined> {
  const bytes = await computed(pagesRecord(id.charAt(0)));
  const pages = (bytes && readSealed(PublicPages, bytes)?.pages) ?? [];
  for (const [category, slug] of pages) if ((await draftId(slug)) === id) return { category, slug };
  return undefined;
}
