import * as v from 'valibot';
import { expect, test } from 'vitest';
import { unsettled, withEarlier, withSettled } from '../../src/features/preview/earlier-notes.ts';
import type { Notes } from '../../src/features/preview/notebook.ts';
import { opinionOn, verdictsOn, withNote, withOpinion, withVerdict } from '../../src/features/preview/opinions.ts';
import { exportVerdicts, withoutSent, withSent } from '../../src/features/preview/verdicts-out.ts';
import { allSeen, oneSeen, whatChanged } from '../../src/features/preview/what-changed.ts';
import type { DraftEntry } from '../../src/schema/preview.ts';
import { VerdictsFile } from '../../src/schema/verdicts-file.ts';

const hex = (digit: string, length: number) => digit.repeat(length);
const entry = (digit: string, judged = 'a', version = 'v1') =>
  ({ id: hex(digit, 20), judged: hex(judged, 32), version, path: `${digit}.md`, slug: digit, reason: 'held' }) as DraftEntry;
const EMPTY: Notes = { version: 1, from: hex('f', 16), opinions: {} };
const [one, two, three] = [entry('1'), entry('2'), entry('3')];

test('a verdict counts for the text that it was said of', () => {
  const notes = withVerdict(one, 'hold', 5)(EMPTY);
  expect(opinionOn(notes, one).now?.verdict).toBe('hold');
  expect(opinionOn(notes, entry('1', 'b'))).toEqual({ earlier: { judged: one.judged, verdict: 'hold', at: 5 } });
  expect(verdictsOn(notes, [entry('1', 'b')])).toEqual([]);
  const anew = withVerdict(entry('1', 'b'), 'publish', 6)(withNote(one, 'old', 5)(notes));
  expect(anew.opinions[one.id]).toEqual({ judged: hex('b', 32), verdict: 'publish', at: 6 });
});

test('a note stays when its verdict is taken back, and an empty one goes', () => {
  const noted = withNote(one, ' why ', 2)(withVerdict(one, 'remove', 1)(EMPTY));
  const alone = withVerdict(one, undefined, 3)(noted);
  expect(alone.opinions[one.id]).toEqual({ judged: one.judged, note: 'why', at: 3 });
  expect(verdictsOn(alone, [one])).toEqual([]);
  expect(withNote(one, '  ', 4)(alone)).toEqual(EMPTY);
  expect(withOpinion(one.id, noted.opinions[one.id])(alone)).toEqual(noted);
});

test('what is exported is the file that is read, without notes that have no verdict and what is gone', () => {
  let notes = withVerdict(two, 'publish', 2)(withNote(one, 'because', 1)(withVerdict(one, 'hold', 0)(EMPTY)));
  notes = withNote(three, 'alone', 3)(withVerdict(entry('4'), 'hold', 4)(notes));
  const file = exportVerdicts({ ...notes, reviewer: 'Ada' }, [three, two, one], 9);
  expect(v.parse(VerdictsFile, JSON.parse(JSON.stringify(file)))).toEqual(file);
  expect(file.verdicts.map(({ draft, verdict, note }) => [draft, verdict, note])).toEqual([
    [one.id, 'hold', 'because'],
    [two.id, 'publish', undefined],
  ]);
  const later = withVerdict(two, 'remove', 20)(notes);
  const sent = withSent(file, 10)(later);
  expect([one, two].map(({ id }) => sent.opinions[id]?.sent)).toEqual([10, undefined]);
  expect(withoutSent(sent).opinions[two.id]?.verdict).toBe('remove');
  expect(withoutSent(sent).opinions[one.id]).toBeUndefined();
});

test('what changed is told against what was seen, draft by draft or all at once', () => {
  const { look } = allSeen([one, two, three], false, 7)(EMPTY);
  const now = [two, entry('3', 'a', 'v2'), entry('4')];
  const told = whatChanged(look ?? { at: 0, seen: {} }, now, false);
  expect(told.added.map(({ slug }) => slug)).toEqual(['4']);
  expect(told.changed.map(({ slug }) => slug)).toEqual(['3']);
  expect([told.gone, told.others]).toEqual([[one.id], 1]);
  const seen = oneSeen(entry('3', 'a', 'v2'))({ ...EMPTY, look });
  expect(whatChanged(seen.look ?? { at: 0, seen: {} }, now, false).changed).toEqual([]);
  expect(oneSeen(one)(EMPTY)).toBe(EMPTY);
  const notes = withVerdict(one, 'hold', 1)(EMPTY);
  expect(allSeen(now, false, 8)(notes).opinions).toEqual({});
});

test('of a damaged queue nobody says that something was withdrawn, and what did not open stays seen', () => {
  const seen = allSeen([one, two], false, 7)(withVerdict(one, 'hold', 1)(EMPTY));
  expect(whatChanged(seen.look ?? { at: 0, seen: {} }, [two], true).gone).toEqual([]);
  const again = allSeen([two], true, 8)(seen);
  expect(again.look?.seen).toEqual({ [one.id]: 'v1', [two.id]: 'v1' });
  expect(again.opinions).toEqual(seen.opinions);
});

test('what an earlier key sealed joins: the later word counts, and it is asked about once', () => {
  const earlier = withVerdict(three, 'remove', 9)(withVerdict(two, 'hold', 3)(withVerdict(one, 'hold', 2)(EMPTY)));
  const own = withVerdict(two, 'publish', 5)({ ...EMPTY, from: hex('e', 16), reviewer: 'Ada' });
  const state = { notes: own, kept: true, others: ['n1', 'n2'] };
  expect(unsettled(state)).toEqual(['n1', 'n2']);
  const joined = withEarlier({ name: 'n1', notes: { ...earlier, reviewer: 'Bela' } })(own);
  expect([one, two, three].map(({ id }) => joined.opinions[id]?.verdict)).toEqual(['hold', 'publish', 'remove']);
  expect([joined.from, joined.reviewer]).toEqual([EMPTY.from, 'Ada']);
  expect(unsettled({ ...state, notes: joined })).toEqual(['n2']);
  expect(unsettled({ ...state, notes: withSettled(['n2'])(joined) })).toEqual([]);
  // A file that went out under the newer name must not be followed by one under another.
  const sent = withSent(exportVerdicts(own, [two], 6), 6)(own);
  expect(withEarlier({ name: 'n1', notes: earlier })(sent).from).toBe(own.from);
});
