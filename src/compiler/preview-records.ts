import type * as v from 'valibot';
import { contentHash } from '../lib/hash.ts';
import type { Coverage } from '../schema/article.ts';
import { type ChangedClusters, clustersRecord, topRecord } from '../schema/as-published.ts';
import type { Issue } from '../schema/issue.ts';
import type { Picture } from '../schema/picture.ts';
import {
  type DraftEntry,
  type DraftFile,
  draftRecord,
  entryRecord,
  type PreviewAbout,
  type PublicPages,
  type PublicScores,
  pagesRecord,
  scoresRecord,
} from '../schema/preview.ts';
import { draftId } from '../seal/draft-id.ts';
import { articleFiles } from './article-outputs.ts';
import { AsPublished } from './as-published.ts';
import { cardOf, relatedCardOf } from './card.ts';
import { DraftContext, reference } from './draft-context.ts';
import { draftIds, judgedHash } from './draft-ids.ts';
import { fieldsAsWritten } from './fields-as-written.ts';
import { shownDraft } from './gate.ts';
import { listed } from './json-text.ts';
import type { Corpus, DraftArticle, FaultyDraft, PublicArticle } from './model.ts';
import { byText } from './order.ts';
import { Resolver } from './resolve.ts';

/** Something to be sealed. text: JSON of DraftEntry, DraftFile, ChangedClusters, TopFeed, PublicScores or PublicPages. */
export interface PreviewRecord {
  group: 'queue' | 'drafts';
  name: string;
  text: string;
}

/** What only reviewers may see, as records. The one place beside development where drafts are shown as if they were public. */
export async function previewRecords(corpus: Corpus, pictures: ReadonlyMap<string, Picture>): Promise<PreviewRecord[]> {
  const resolver = new Resolver(corpus, pictures);
  const context = new DraftContext(corpus);
  const published = new AsPublished(corpus, resolver);
  const issuesOf = issuesByPath(corpus.issues);
  const ids = await draftIds(corpus);
  const records: PreviewRecord[] = [];
  const add = async (path: string, text: readonly [source: string, body: string], entry: OwnEntry, file: OwnFile) => {
    const id = ids.get(path) ?? '';
    const judged = await judgedHash(...text);
    const version = contentHash(`${entry.reason}\n${judged}`);
    const issues = issuesOf.get(path) ?? [];
    const count = (severity: Issue['severity']) => issues.filter((issue) => issue.severity === severity).length || undefined;
    const found = { errors: count('error'), warnings: count('warning') };
    const counted = { id, version, judged, ...entry, ...found } satisfies EntryInput;
    const whole = { id, version, ...file, issues: issues.map(withoutPath) } satisfies FileInput;
    records.push({ group: 'queue', name: entryRecord(id), text: JSON.stringify(counted) });
    records.push({ group: 'drafts', name: draftRecord(id), text: JSON.stringify(whole) });
  };
  for (const draft of corpus.drafts) {
    const parts = { draft, article: shownDraft(draft), resolver, context, published };
    await add(draft.article.path, [draft.source, draft.article.origin.content], entryOf(parts), fileOf(parts));
  }
  for (const draft of corpus.faulty)
    await add(draft.path, [draft.source, draft.body], faultyEntry(draft), {
      fields: fieldsAsWritten(draft.source),
      body: draft.body || undefined,
    });
  return [...records, ...(await publishedRecords(published)), ...(await publicRecords(corpus))];
}

export const previewAbout = ({ settings, drafts, faulty }: Corpus): string =>
  JSON.stringify({
    format: 1,
    title: settings.title,
    language: settings.language,
    timeZone: settings.timeZone,
    cutOff: settings.cutOff,
    drafts: drafts.length + faulty.length,
    faulty: faulty.length,
  } satisfies PreviewAbout);

type EntryInput = v.InferInput<typeof DraftEntry>;
type FileInput = v.InferInput<typeof DraftFile>;
type OwnEntry = Omit<EntryInput, 'id' | 'version' | 'judged'>;
type OwnFile = Omit<FileInput, 'id' | 'version'>;

interface Parts {
  draft: DraftArticle;
  article: PublicArticle;
  resolver: Resolver;
  context: DraftContext;
  published: AsPublished;
}

function addTo<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** In sixteen lists each, so that one article rewrites a sixteenth. */
async function publicRecords({ articles, scores }: Corpus): Promise<PreviewRecord[]> {
  const pages = new Map<string, [category: string, slug: string][]>();
  const qualities = new Map<string, [slug: string, quality: number][]>();
  const bySlug = articles.toSorted((a, b) => byText(a.slug, b.slug));
  // All at once: each waits for its turn longer than it takes.
  const ids = await Promise.all(bySlug.map(({ slug }) => draftId(slug)));
  for (const [at, { category, slug }] of bySlug.entries()) {
    const digit = (ids[at] as string).charAt(0);
    addTo(pages, digit, [category, slug]);
    const quality = scores.get(slug);
    if (quality !== undefined) addTo(qualities, digit, [slug, quality]);
  }
  const record = (name: string, value: PublicScores | PublicPages): PreviewRecord => {
    return { group: 'drafts', name, text: JSON.stringify(value) };
  };
  return [
    ...[...qualities].map(([digit, list]) => record(scoresRecord(digit), { scores: list })),
    ...[...pages].map(([digit, list]) => record(pagesRecord(digit), { pages: list })),
  ];
}

/** What a build computes anew where drafts are in it. */
async function publishedRecords(published: AsPublished): Promise<PreviewRecord[]> {
  const clusters = new Map<string, v.InferInput<typeof ChangedClusters>['clusters']>();
  for (const { leader, cluster } of published.changedClusters()) addTo(clusters, (await draftId(leader.slug)).charAt(0), cluster);
  const lists = [...clusters].map(([digit, list]) => [clustersRecord(digit), JSON.stringify({ clusters: list })] as const);
  const tops = [...published.tops()].map(({ kind, id, text }) => [topRecord(kind, id), text] as const);
  return [...lists, ...tops].map(([name, text]) => ({ group: 'drafts', name, text }));
}

function entryOf({ draft, article, resolver, context }: Parts): OwnEntry {
  const { reason, quality, heat, published, secured } = draft;
  const leader = context.leader(article);
  return {
    path: article.path,
    slug: article.slug,
    reason,
    card: cardOf(article, articleFiles(article, resolver).file, resolver),
    quality,
    heat,
    published,
    leader: leader && reference(leader),
    secured: secured?.length,
  };
}

const faultyEntry = ({ path, slug, reason, title, quality, heat, published }: FaultyDraft): OwnEntry => {
  return { path, slug, reason, title, quality, heat, published };
};

function fileOf({ draft, article, resolver, context, published }: Parts): OwnFile {
  const fileHash = (other: PublicArticle): string => articleFiles(other, resolver).file;
  return {
    article: wholeArticle(article, resolver),
    related: published.related(article).map(({ article: other, words }) => {
      return { ...relatedCardOf(other, fileHash(other), resolver), words: listed(words) };
    }),
    here: published.here(article),
    twins: context.twins(article).map(reference),
    fields: fieldsAsWritten(draft.source),
    body: draft.article.origin.content || undefined,
    secured: draft.secured,
  };
}

/** As its own file would say it, with all of its coverage: there is no second file to load the rest from. */
function wholeArticle(article: PublicArticle, resolver: Resolver): FileInput['article'] {
  const texts = articleFiles(article, resolver).outputs.map(({ text }) => JSON.parse(text));
  const { coverageRest: _, ...own } = texts.at(-1) as NonNullable<FileInput['article']>;
  const rest: v.InferInput<typeof Coverage>[] = texts.length > 1 ? texts[0].coverage : [];
  return { ...own, coverage: [...(own.coverage ?? []), ...rest] };
}

function issuesByPath(issues: readonly Issue[]): Map<string, Issue[]> {
  const byPath = new Map<string, Issue[]>();
  for (const issue of issues) byPath.set(issue.path, [...(byPath.get(issue.path) ?? []), issue]);
  return byPath;
}

const withoutPath = ({ severity, line, column, field, message }: Issue) => ({ severity, line, column, field, message });
