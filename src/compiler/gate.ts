import type { DraftReason } from '../schema/card.ts';
import type { Article, DraftArticle, PublicArticle } from './model.ts';

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

export type Gated = { kind: 'public'; article: PublicArticle } | { kind: 'draft'; draft: DraftArticle };

/**
 * Decides, once and for all, whether an article whose file has no error is public. It is when `published` is true, or is
 * absent together with quality and heat, and nothing speaks against it. Everything else is a draft.
 */
export function passGate(article: Article, marks: Marks, rule: GateRule): Gated {
  const reason = draftReason(article.time, marks, rule);
  if (reason === undefined) return { kind: 'public', article: article as PublicArticle };
  const { quality, heat, secured } = marks;
  return {
    kind: 'draft',
    draft: {
      article,
      reason,
      removed: marks.removed === true,
      ...(quality !== undefined && { quality }),
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

/** A draft as development shows it, with its reason. Nothing that writes public output may call this. */
export function shownDraft({ article, reason }: DraftArticle): PublicArticle {
  return { ...article, draft: reason } as PublicArticle;
}
