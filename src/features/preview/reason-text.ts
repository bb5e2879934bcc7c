import { absoluteDate } from '../../lib/dates.ts';
import { draftStrings } from '../../lib/draft-strings.ts';
import { draftViewStrings } from '../../lib/draft-view-strings.ts';
import type { DraftEntry, PreviewAbout } from '../../schema/preview.ts';

/** Why a draft is not public, in words. */
export function reasonText(entry: DraftEntry, { cutOff, language, timeZone }: PreviewAbout): string {
  const { reason, leader, quality, card } = entry;
  if (reason === 'follower') return leader ? draftViewStrings.reason.follower(leader.title) : draftViewStrings.reason.alone;
  if (reason === 'below-cut-off' && quality !== undefined) return draftViewStrings.reason.below(quality, cutOff);
  if (reason === 'scheduled' && card)
    return draftViewStrings.reason.scheduled(absoluteDate(card.publishedDateTime, 'full', language, timeZone));
  return draftStrings.reason[reason];
}
