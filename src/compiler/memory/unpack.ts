import { type ArticleHead, type ArticleRest, keptArticle } from './kept-article.ts';
import { type Memory, MemoryFault, type Row } from './memory.ts';
import type { ListName, PackedMemory } from './pack.ts';

/** The memory of a packed one. readRest: what is asked for of one article. */
export function unpackMemory(packed: Omit<PackedMemory, 'rests'>, readRest: (place: number) => ArticleRest): Memory {
  const { json, numbers } = packed;
  const lists = readers(packed.lists);
  const ties = new Map(json.ties.map(([place, leader, by, ...words]) => [place, { leader, by, words }]));
  const rows = json.paths.map((path, place): Row => {
    const [category, categoryName] = json.categories[lists.one('category', place)] ?? ['', ''];
    const provider = json.providers[lists.one('provider', place)];
    if (!provider) throw new MemoryFault('an article has no provider');
    const heat = numbers.heat[place] as number;
    const head: ArticleHead = {
      path,
      slug: json.slugs[place] as string,
      category,
      categoryName,
      time: numbers.time[place] as number,
      heat: Number.isNaN(heat) ? undefined : heat,
      provider,
      topics: Array.from(lists.next('topics'), (topic) => json.topics[topic] as string),
    };
    return {
      article: keptArticle(head, () => readRest(place)),
      file: json.files[place] as string,
      rest: json.rests[place],
      weight: numbers.weight[place] as number,
      leadWeight: numbers.leadWeight[place] as number,
      searchWeight: numbers.searchWeight[place] as number,
      period: lists.one('period', place),
      at: lists.one('at', place),
      day: lists.one('day', place),
      urls: lists.next('urls'),
      relatedUrls: lists.next('relatedUrls'),
      stories: lists.one('stories', place),
      pictures: lists.next('pictures'),
      covers: lists.next('covers'),
      isCovered: lists.one('isCovered', place) === 1,
      tie: ties.get(place),
      story: { terms: lists.next('storyTerms'), titleTerms: lists.one('storyTitle', place) },
      subject: { packed: lists.next('subjectTerms'), titleTerms: lists.one('subjectTitle', place) },
      related: lists.next('related'),
    };
  });
  return { rows, words: json.words, terms: json.terms, feeds: json.feeds, search: json.search };
}

/** one: a row's number. next: the list of the row that comes next. */
function readers(lists: Record<ListName, Int32Array>) {
  const heads = new Map<ListName, number>();
  return {
    one: (name: ListName, place: number): number => lists[name][place] as number,
    next: (name: ListName): Int32Array => {
      const head = heads.get(name) ?? 0;
      const end = head + 1 + (lists[name][head] as number);
      heads.set(name, end);
      return lists[name].subarray(head + 1, end);
    },
  };
}
