import { editDistance } from '../lib/edit-distance.ts';

export type GateKey = 'published' | 'removed';

/** Cyrillic, Greek and other letters that pass for Latin ones, after lower-casing. */
const LATIN: Readonly<Record<string, string>> = Object.fromEntries(
  'аa сc еe оo рp хx уy іi ѕs һh ԁd ԛq ԝw ьb вb нh кk мm тt гr пn иu ѵv ӏl ոn սu հh օo αa βb εe ηh ιi κk νv οo ρp τt υu χx ωw ıi łl đd øo ʙb ᴅd ᴇe ɦh ʟl ɩi ꜱs ꞵb ᴜu ᴘp'
    .split(' ')
    .map((pair) => [pair.slice(0, -1), pair.slice(-1)]),
);

const TWINS = new RegExp(`[${Object.keys(LATIN).join('')}]`, 'gu');
/** Signs that folding may change; quotation marks and dashes, which most texts have, it leaves. */
const FOLDABLE = /[^\x00-\x7f\u2012-\u2014\u2018-\u201F\u2022]/;

/** A word as the eye takes it: compatibility forms, accents, invisible signs, case and foreign twins of Latin letters folded. */
export function foldForEye(text: string): string {
  const folded = text.toLowerCase();
  if (/^[\x00-\x7f]*$/.test(folded)) return folded;
  return folded
    .normalize('NFKD')
    .replace(/[\p{Default_Ignorable_Code_Point}\p{M}]/gu, '')
    .toLowerCase()
    .replace(TWINS, (sign) => LATIN[sign] ?? sign);
}

/** `foldForEye` of each line; folding costs, and most lines are plain. */
export function foldLines(text: string): string {
  const lower = text.toLowerCase();
  if (!FOLDABLE.test(lower)) return lower;
  const odd = new RegExp(FOLDABLE, 'g');
  let folded = '';
  let done = 0;
  for (let sign = odd.exec(lower); sign !== null; sign = odd.exec(lower)) {
    const start = lower.lastIndexOf('\n', sign.index) + 1;
    const feed = lower.indexOf('\n', sign.index);
    const end = feed === -1 ? lower.length : feed;
    folded += lower.slice(done, start) + foldForEye(lower.slice(start, end));
    done = end;
    odd.lastIndex = end;
  }
  return folded + lower.slice(done);
}

/** Words that somebody may write to keep an article from the public. Without hyphens, underscores and a leading `is` or `not`. */
const SAME_MEANING: ReadonlySet<string> = new Set(
  `draft drafts status visibility visible invisible hidden hide private privacy public publish publishat publishon publishdate
  publishdatetime publishedat publishedon publisheddate publishable publishing publication publicationstate publicationstatus
  unpublish unpublished unpublishat unpublishdate unlisted listed live state archive archived deleted delete withdrawn withdraw
  retracted retract retraction expires expiry expirydate expirationdate expired disabled enabled active inactive suppressed
  suppress blocked block takedown takendown released release releasedate releaseat approved approval rejected pending hold
  onhold held scheduled schedule scheduledfor confidential internal secret restricted offline online notpublic nopublish
  dontpublish donotpublish skip ignore exclude excluded workflow reviewstatus wip ready reviewed access audience noindex unreleased trash trashed spiked killed kill`.split(
    /\s+/,
  ),
);
const BEGINNINGS =
  /^(?:embargo|unpublish|publishstat|draftstat|visibleto|hiddenfrom|hideuntil|hiddenuntil|privateuntil|validuntil|goliv)/;

export type Verdict = { kind: 'near'; to: GateKey } | { kind: 'means' };

/**
 * Whether a key could be meant to keep an article from the public: within two letters of `published` or `removed`, or a
 * word of the same meaning. Known keys are not for this function.
 */
export function gateVerdict(key: string): Verdict | undefined {
  const word = foldForEye(key).replace(/[^\p{L}\p{N}]/gu, '');
  const bare = word.replace(/^(?:is|not)(?=\p{L}{3})/u, '');
  const near = (to: GateKey): boolean => editDistance(word, to, 2) <= 2 || editDistance(bare, to, 2) <= 2;
  if (near('published')) return { kind: 'near', to: 'published' };
  if (near('removed')) return { kind: 'near', to: 'removed' };
  if (SAME_MEANING.has(word) || SAME_MEANING.has(bare) || BEGINNINGS.test(bare)) return { kind: 'means' };
  return undefined;
}

const SWITCH =
  /[:=\uFF1A\uFE55\uA789]+[\s"'`*_\u2018-\u201F\u00AB\u00BB]*(?:true|false|yes|no|on|off|y|n|t|f|0|1|ja|nein|si|oui|non|vrai|faux|null|nil|none|never|nope|not? yet|~|tru|fals|flase|fasle|falsch|wahr|disabled|enabled)(?![\p{L}\p{N}])(?=["'`*_\u2018-\u201F\u00AB\u00BB]*[\s,;.!)\]}#<]|["'`]*$)/gu;

/** Where a text says `published: no` and the like although its front matter has no such key. Lines count from 1 in the text. */
export interface HiddenSwitch {
  to: GateKey;
  line: number;
}

/** Finds switches in comments, block scalars, bodies, anywhere: a person who wrote one did not mean "public". */
export type SwitchFinder = (text: string, absent: readonly GateKey[]) => HiddenSwitch[];

/** Signs before a switch in which its key is looked for. */
const BEFORE = 60;
/** What is remembered: short texts alone, for V8 keeps with a longer piece of a text all of it. */
const MOST_KNOWN = 500;
const LONGEST_KNOWN = 12;

/** Remembers what it found about the beginning of a line: `isCached` stands in most files. */
export function createSwitchFinder(): SwitchFinder {
  const known = new Map<string, GateKey | undefined>();
  const keyOf = (line: string): GateKey | undefined => {
    if (line.length > LONGEST_KNOWN) return switchedKey(line);
    if (known.has(line)) return known.get(line);
    if (known.size >= MOST_KNOWN) known.clear();
    const key = switchedKey(line);
    known.set(line, key);
    return key;
  };
  const pattern = new RegExp(SWITCH);
  return (text, absent) => {
    const folded = foldLines(text);
    const found: HiddenSwitch[] = [];
    pattern.lastIndex = 0;
    for (let match = pattern.exec(folded); match !== null; match = pattern.exec(folded)) {
      const { index } = match;
      const before = folded.slice(Math.max(0, index - BEFORE), index);
      const to = keyOf(before.slice(before.lastIndexOf('\n') + 1).trimStart());
      if (to !== undefined && absent.includes(to)) found.push({ to, line: folded.slice(0, index).split('\n').length });
    }
    return found;
  };
}

export const findSwitches: SwitchFinder = (text, absent) => createSwitchFinder()(text, absent);

function switchedKey(line: string): GateKey | undefined {
  const word = /([\p{L}\p{N}_-]+)[^\p{L}\p{N}]{0,12}$/u.exec(line)?.[1]?.replace(/[_-]/g, '') ?? '';
  const letters = line.replace(/[^\p{L}\p{N}]/gu, '');
  const near = (key: GateKey): boolean => letters.endsWith(key) || editDistance(word, key, 2) <= 2;
  if (near('published') || word === 'draft') return 'published';
  return near('removed') ? 'removed' : undefined;
}
