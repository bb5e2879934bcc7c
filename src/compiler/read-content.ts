import { canonicalUrl } from '../lib/canonical-url.ts';
import { createLanguageFinder } from '../lib/language.ts';
import type { Issue } from '../schema/issue.ts';
import { createKeyChecker } from './check-keys.ts';
import { slugKey } from './check-names.ts';
import { readClusterRules } from './cluster-rules.ts';
import { createSwitchFinder } from './look-alikes.ts';
import type { Article, ContentFolder, Corpus, DraftArticle, FaultyDraft, PublicArticle, SourceFile } from './model.ts';
import { byText, newestFirst } from './order.ts';
import { readOrganizations } from './organizations.ts';
import { type ParsedArticle, parseArticle } from './parse-article.ts';
import { createProviderReader } from './read-provider.ts';
import { readSettings } from './settings.ts';
import { readTopicData } from './topic-data.ts';

/** A folder's files, each read by itself. issues: of those that are no article. */
export interface ReadParts extends Pick<Corpus, 'settings' | 'organizations' | 'topics' | 'issues'> {
  parsed: ParsedArticle[];
}

/** Reads settings, organizations, topics and each article. now: ms since 1970; articles of a later time are drafts. */
export function readParts(folder: ContentFolder, rule: { now: number }): ReadParts {
  const { read, ...publication } = createArticleReader(folder, rule);
  return { ...publication, parsed: folder.articles.map(read) };
}

/** A folder's files that are no article, read, and what reads the others. */
export interface ArticleReader extends Omit<ReadParts, 'parsed'> {
  read: (file: SourceFile) => ParsedArticle;
}

/** keepsOrigin: public articles keep the values of their files. */
export function createArticleReader(
  folder: Omit<ContentFolder, 'articles'>,
  { now, keepsOrigin = true }: { now: number; keepsOrigin?: boolean },
): ArticleReader {
  const { settings, issues: settingsIssues } = readSettings(folder.settings);
  const { organizations, issues: organizationIssues } = readOrganizations(folder.organizations);
  const { topics, issues: topicIssues } = readTopicData(folder.topics);
  const language = { tag: settings.language, find: createLanguageFinder(settings.language) };
  const checks = { checkKeys: createKeyChecker(), findSwitches: createSwitchFinder() };
  const context = {
    now,
    cutOff: settings.cutOff,
    language,
    readProvider: createProviderReader(organizations),
    keepsOrigin,
    ...checks,
  };
  const issues = [...settingsIssues, ...organizationIssues, ...topicIssues];
  return { settings, organizations, topics, issues, read: (file) => parseArticle(file, context) };
}

/**
 * A content folder, read: settings, organizations and topics, and every article on its side of the gate. now: ms since
 * 1970; articles of a later time are drafts. Bad files are left out and named in `skipped`; every fault is an issue.
 */
export const readContent = (folder: ContentFolder, { now }: { now: number }): Corpus =>
  corpusOf(folder, readParts(folder, { now }));

/** The corpus that a folder's files make together. */
export function corpusOf(folder: Pick<ContentFolder, 'clusters'>, { parsed, issues, ...publication }: ReadParts): Corpus {
  const twins = duplicateIssues(parsed);
  const twinPaths = new Set(twins.flatMap(({ path, draft }) => (draft ? [] : [path])));
  const withdrawn = new Set(parsed.flatMap((one) => one.withdrawn));
  const stillThere = <A extends Article>(article: A): A =>
    withdrawn.size === 0 ? article : withoutWithdrawn(article, (url) => withdrawn.has(url));
  const articles: PublicArticle[] = [];
  const drafts: DraftArticle[] = [];
  const skipped: string[] = [];
  const faulty: FaultyDraft[] = [];
  const scores = new Map<string, number>();
  for (const { path, gated, faulty: draft } of parsed) {
    if (draft) faulty.push(draft);
    else if (gated === undefined || twinPaths.has(path)) skipped.push(path);
    else if (gated.kind === 'public') {
      articles.push(stillThere(gated.article));
      if (gated.quality !== undefined) scores.set(gated.article.slug, gated.quality);
    } else drafts.push({ ...gated.draft, article: stillThere(gated.draft.article) });
  }
  const clusters = readClusterRules(folder.clusters, () => parsed.map(({ slug }) => slug));
  const found = [...issues, ...twins, ...clusters.issues, ...parsed.flatMap((one) => one.issues)];
  return {
    ...publication,
    articles: articles.sort(newestFirst),
    drafts: drafts.sort((a, b) => newestFirst(a.article, b.article)),
    scores,
    faulty: faulty.sort((a, b) => byText(a.path, b.path)),
    clusters: clusters.rules,
    issues: found.sort(byPlace),
    skipped: skipped.sort(),
  };
}

function byPlace(a: Issue, b: Issue): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}

/** An article whose `related` names no story that was removed here. */
export function withoutWithdrawn<A extends Article>(article: A, isWithdrawn: (canonicalUrl: string) => boolean): A {
  if (article.related.length === 0) return article;
  return { ...article, related: article.related.filter(({ urls }) => !urls.some((url) => isWithdrawn(canonicalUrl(url)))) };
}

/**
 * Slugs are addresses: two files that share one, or differ only in case, are both left out. A draft takes nobody's address: it
 * alone has the fault, for what readers see must not depend on drafts.
 */
function duplicateIssues(parsed: readonly ParsedArticle[]): Issue[] {
  const bySlug = new Map<string, ParsedArticle[]>();
  for (const one of parsed) {
    const key = slugKey(one.slug);
    bySlug.set(key, [...(bySlug.get(key) ?? []), one]);
  }
  return [...bySlug.values()].flatMap((twins) => {
    const paths = twins.map(({ path }) => path).sort();
    const seen = twins.filter((one) => !isDraft(one)).map(({ path }) => path);
    return twins.flatMap((one): Issue[] => {
      const others = (isDraft(one) ? paths : seen).filter((path) => path !== one.path);
      const [other] = others.sort();
      if (other === undefined) return [];
      const message = `The name is also that of ${other}, and an article's name is its address. Rename one of them.`;
      const issue: Issue = { severity: 'error', path: one.path, line: 1, column: 1, field: '', message };
      return [isDraft(one) ? { ...issue, draft: true } : issue];
    });
  });
}

const isDraft = ({ gated, faulty }: ParsedArticle): boolean => gated?.kind === 'draft' || faulty !== undefined;
