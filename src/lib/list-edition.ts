import { markOf } from './edition.ts';

/** Of the calendar's years. */
export const yearsEdition = ({ years }: { years: readonly { year: number; months: readonly number[] }[] }): string =>
  markOf(years.map(({ year, months }) => `${year} ${months.join()}`));

interface Year {
  months: readonly string[];
  earlier?: number | undefined;
  later?: number | undefined;
}

/** Of a year, by which days have articles: how many they have is told by the script. */
export const yearEdition = ({ months, earlier, later }: Year): string =>
  markOf([...months.map((counts) => counts.replace(/\d+/g, '1')), `${earlier} ${later}`]);

interface List {
  entries: readonly { id: string; name: string }[];
  letters?: readonly { letter?: string | undefined; count: number }[] | undefined;
}

/** Of a list of topics or providers. */
export const listEdition = ({ entries, letters = [] }: List): string =>
  markOf([...entries.map(({ id, name }) => `${id} ${name}`), ...letters.map(({ letter, count }) => `${letter} ${count}`)]);
