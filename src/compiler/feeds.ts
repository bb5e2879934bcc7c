import { once } from '../lib/once.ts';
import { providerId, segmentOf } from '../lib/slugify.ts';
import type { FeedKind } from '../schema/feed.ts';
import type { Corpus, PublicArticle, SourceProvider } from './model.ts';
import { byText } from './order.ts';
import type { ProviderJson, Resolver } from './resolve.ts';
import { sortedHeats } from './top.ts';

/** A feed and its articles, newest first. `provider` on providers' feeds. previous: on days', the nearest day before that has articles. */
export interface Feed {
  kind: FeedKind;
  id: string;
  name: string;
  provider?: ProviderJson;
  articles: PublicArticle[];
  previous?: string | undefined;
}

/** Every feed of the publication. Categories and topics: most articles first, topics after those that have a place of their own. */
export interface Feeds {
  all: Feed;
  categories: Feed[];
  topics: Feed[];
  providers: Feed[];
  /** Of all articles that have one, the lowest first. */
  heats: Float64Array;
}

/** `articles` newest first. */
export function feedsOf(corpus: Corpus, articles: readonly PublicArticle[], resolver: Resolver): Feeds {
  const groups = { category: new Map<string, Group>(), topic: new Map<string, Group>(), provider: new Map<string, Group>() };
  // There are far fewer names and providers than articles.
  const topics = once((topic: string) => slotIn(groups.topic, segmentOf(topic), topic));
  const providers = once((provider: SourceProvider) =>
    slotIn(groups.provider, providerId(provider), resolver.providerName(provider)),
  );
  const categories = once((category: string) => once((name: string) => slotIn(groups.category, category, name)));
  for (const article of articles) {
    put(categories(article.category)(article.categoryName), article);
    for (const topic of article.topics) put(topics(topic), article);
    put(providers(article.provider), article);
  }
  const topicNames = new Map([...corpus.topics].reverse().map((topic) => [segmentOf(topic.name), topic.name]));
  return {
    all: { kind: 'all', id: 'all', name: corpus.settings.title, articles: [...articles] },
    categories: feedsIn('category', groups.category, ({ names }) => mostOften(names)).sort(mostFirst),
    topics: inOrder(
      feedsIn('topic', groups.topic, ({ names }, id) => topicNames.get(id) ?? mostOften(names)).sort(mostFirst),
      [...corpus.settings.topics, ...corpus.topics.map((topic) => topic.name)].map(segmentOf),
    ),
    providers: providerFeeds(groups.provider, corpus, resolver),
    heats: sortedHeats(articles),
  };
}

interface Group {
  names: Map<string, Count>;
  articles: PublicArticle[];
}

interface Count {
  articles: number;
}

/** Where the articles of a group go that call it by one of its names. */
interface Slot {
  group: Group;
  name: Count;
}

function slotIn(groups: Map<string, Group>, id: string, name: string): Slot {
  const group = groups.get(id) ?? { names: new Map<string, Count>(), articles: [] };
  groups.set(id, group);
  const count = group.names.get(name) ?? { articles: 0 };
  group.names.set(name, count);
  return { group, name: count };
}

/** An article that names the same topic in two spellings is in its feed once. */
function put({ group: { articles }, name }: Slot, article: PublicArticle): void {
  if (articles.length > 0 && articles[articles.length - 1] === article) return;
  name.articles++;
  articles.push(article);
}

const feedsIn = (kind: FeedKind, groups: Map<string, Group>, nameOf: (group: Group, id: string) => string): Feed[] =>
  [...groups].map(([id, group]) => ({ kind, id, name: nameOf(group, id), articles: group.articles }));

const mostFirst = (a: Feed, b: Feed): number =>
  b.articles.length - a.articles.length || byText(a.name, b.name) || byText(a.id, b.id);

const mostOften = (names: ReadonlyMap<string, Count>): string =>
  names.size === 1
    ? ([...names.keys()][0] as string)
    : ([...names].sort((a, b) => b[1].articles - a[1].articles || byText(a[0], b[0]))[0]?.[0] ?? '');

function inOrder(feeds: Feed[], ids: string[]): Feed[] {
  const place = new Map([...ids.entries()].reverse().map(([at, id]) => [id, at]));
  const placeOf = ({ id }: Feed): number => place.get(id) ?? ids.length;
  return feeds.sort((a, b) => placeOf(a) - placeOf(b) || mostFirst(a, b));
}

/** A domain under which many write (a video host) is called by its domain, not by the name of whoever wrote most often. */
function providerFeeds(groups: Map<string, Group>, corpus: Corpus, resolver: Resolver): Feed[] {
  return [...groups].map(([id, { names, articles }]) => {
    const newest = articles[0];
    if (!newest) throw new Error('a feed has no article');
    const { domain } = newest.provider;
    const often = mostOften(names);
    const plain = domain === undefined || (names.get(often)?.articles ?? 0) * 2 > articles.length;
    const name = (domain && corpus.organizations.get(domain)?.name) || (plain ? often : domain);
    return { kind: 'provider' as const, id, name, provider: { ...resolver.provider(newest.provider), name }, articles };
  });
}
