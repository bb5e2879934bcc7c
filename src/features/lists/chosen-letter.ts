import type { ListLetter } from '../../schema/publication.ts';

/** What an address calls the names that begin with no letter of an alphabet. */
const OTHERS = 'others';

export const letterKey = ({ letter }: Pick<ListLetter, 'letter'>): string => letter ?? OTHERS;

/** The letter that an address asks for; undefined where it asks for none that there is. */
export function chosenLetter(search: string, letters: readonly ListLetter[] = []): ListLetter | undefined {
  const key = new URLSearchParams(search).get('letter');
  return key === null ? undefined : letters.find((one) => letterKey(one) === key);
}
