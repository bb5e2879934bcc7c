import type { FrontMatter } from '../schema/front-matter.ts';
import type { OriginValues } from './model.ts';

type Input = Partial<FrontMatter>;

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const blocks = (value: unknown): Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.filter((item): item is Record<string, unknown> => typeof item === 'object' && item !== null) : [];

/** An address as it is written, when it is one that may be handed out: http or https, without user name. */
function address(value: unknown): string | null {
  if (typeof value !== 'string' || !/^https?:\/\//i.test(value) || !URL.canParse(value)) return null;
  const { username, password } = new URL(value);
  return username === '' && password === '' ? value : null;
}

/** An article's values as its file has them, older keys under today's names, for the origin's API. Never quality, published, related, secured. */
export function originValues(input: Input, content: string): OriginValues {
  const provider = (typeof input.provider === 'object' && input.provider !== null ? input.provider : {}) as Readonly<
    Record<string, unknown>
  >;
  return {
    title: text(input.title),
    excerpt: text(input.excerpt ?? input.abstract),
    publishedDateTime: text(input.publishedDateTime),
    sourceUrl: address(input.sourceUrl),
    originalUrl: address(input.originalUrl),
    webUrl: address(input.webUrl),
    ampWebUrl: address(input.ampWebUrl ?? input.ampUrl),
    cdnAmpWebUrl: address(input.cdnAmpWebUrl ?? input.cdnAmpUrl),
    featuredContent: text(input.featuredContent),
    heat: number(input.heat),
    type: text(input.type),
    category: text(input.category),
    topics: (input.topics ?? []).filter((topic): topic is string => typeof topic === 'string' && topic.trim() !== ''),
    content,
    images: blocks(input.images).flatMap((image) => {
      const url = address(image['url']);
      if (url === null) return [];
      return [{ url, ...size(image), title: text(image['title']), isCached: image['isCached'] === true }];
    }),
    provider: {
      name: text(provider['name']),
      domain: text(provider['domain'] ?? provider['id']),
      images: blocks(provider['images']).flatMap((image) => {
        const url = address(image['url']);
        return url === null ? [] : [{ url, ...size(image) }];
      }),
    },
  };
}

const size = (image: Readonly<Record<string, unknown>>) => ({ width: number(image['width']), height: number(image['height']) });
