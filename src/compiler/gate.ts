import type { DraftReason } from '../schema/card.ts';
import type { Article, DraftArticle, FaultyDraft, OriginValues, PublicArticle, WholeArticle } from './model.ts';

/** What a file says about being public. Absent keys are undefined, never null. */
export interface Marks {
  published: boolean | undefined;
  removed: boolean | undefined;
  quality: number | undefined;
  /** As written: -1 marks a follower. */
  heat: number | undefined;
  secured: string | undefined;
}

/** now: ms; later articles are scheduled. cutOff: quality that an article needs. */
export interface GateRule {
  now: number;
  cutOff: number;
}

/** What a file has that not every article keeps. source: its front matter. keepsOrigin: public articles keep those values too. */
export interface Written {
  source: string;
  origin: () => OriginValues;
  keepsOrigin: boolean;
}

/** quality: of a public article too, for reviewers; it has no place in the article. */
export type Gated = { kind: 'public'; article: PublicArticle; quality?: number } | { kind: 'draft'; draft: DraftArticle };

/**
 * Decides, once and for all, whether an article whose file has no error is public. It is when `published` is true, or is
 * absent together with quality and heat, and nothing speaks against it. Everything else is a draft.
 */
export function passGate(article: Article, marks: Marks, rule: GateRule, { source, origin, keepsOrigin }: Written): Gated {
  const reason = draftReason(article.time, marks, rule);
  if (reason !== undefined || keepsOrigin) article.origin = origin();
  const { published, quality, heat, secured } = marks;
  const scored = quality !== undefined && { quality };
  if (reason === undefined) return { kind: 'public', article: article as PublicArticle, ...scored };
  return {
    kind: 'draft',
    draft: {
      article: article as WholeArticle,
      reason,
      removed: marks.removed === true,
      source,
      ...(published !== undefined && { published }),
      ...scored,
      ...(heat !== undefined && { heat }),
      ...(secured !== undefined && { secured }),
    },
  };
}

function draftReason(time: number, marks: Marks, { now, cutOff }: GateRule): DraftReason | undefined {
  const { published, removed, quality, heat } = marks;
  if (removed !== undefined && removed !== false) return 'removed';
  const isArrival = published === undefined && quality === undefined && heat === undefined;
  if (published === true || isArrival) return time <= now ? undefined : 'scheduled';
  if (heat === -1) return 'follower';
  if (published === undefined) return 'unmarked';
  return quality !== undefined && quality < cutOff ? 'below-cut-off' : 'held';
}

/**
 * What a file with errors says of itself, when it is sure that it is not public: it says so in so many words. Every other
 * file with errors may be an article that readers wait for.
 */
export function faultyMarks(
  value: unknown,
  cutOff: number,
): Pick<FaultyDraft, 'reason' | 'quality' | 'heat' | 'published'> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const own = (key: string): unknown =>
    Object.hasOwn(value, key) ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
  const number = (written: unknown): number | undefined => (Number.isFinite(written) ? (written as number) : undefined);
  const isRemoved = own('removed') === true;
  const published = own('published');
  if (!isRemoved && published !== false) return undefined;
  const quality = number(own('quality') ?? own('score'));
  const heat = number(own('heat'));
  const marks = { published: published === false ? false : undefined, removed: isRemoved, quality, heat, secured: undefined };
  return {
    reason: draftReason(0, marks, { now: 0, cutOff }) ?? 'held',
    ...(quality !== undefined && { quality }),
    ...(heat !== undefined && { heat }),
    ...(typeof published === 'boolean' && { published }),
  };
}

/** A draft as development shows it, with its reason. Nothing that writes public output may call this. */
export function shownDraft({ article, reason }: DraftArticle): PublicArticle {
  return { ...article, draft: reason } as PublicArticle;
}
