import { lstatSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Issue } from '../../schema/issue.ts';
import { slugKey } from '../check-names.ts';
import { readClusterRules } from '../cluster-rules.ts';
import { shownDraft } from '../gate.ts';
import { isArticlePath } from '../is-article-path.ts';
import type { Article, ContentFolder, Corpus, PublicArticle, SourceProvider } from '../model.ts';
import type { ParsedArticle } from '../parse-article.ts';
import { corpusOf, type ReadParts, readParts, withoutWithdrawn } from '../read-content.ts';
import { type DevEntry, listOf, shownOf, timeOf } from './dev-entries.ts';
import { emptyFolder, missingFolder } from './load-corpus.ts';
import { type FolderAround, readAround, readSource } from './read-folder.ts';
import { aroundHash } from './source-ledger.ts';
import { isYoung, type SourceMark, sourceHash, sourceMark } from './source-marks.ts';

/** A content folder as it stands. What did not change since the last time are the very same articles. */
export interface DevCorpora {
  /** Errors that stand in the way; then there is nothing else. */
  errors: Issue[];
  corpus?: Corpus;
  /** With drafts among the articles. */
  withDrafts?: Corpus;
  /** Articles, drafts too, that were not there the last time when all was good. */
  fresh?: PublicArticle[];
  /** Something was read that is other than before. */
  isChanged: boolean;
  /** The whole folder was looked through. */
  wasLooked: boolean;
  /** Settings, rules, organizations or topics among it. */
  isAnother: boolean;
  /** When the next scheduled article becomes public, in ms since 1970. */
  due?: number;
}

/** The articles of a content folder, kept parsed; what an event names is read again, or all that looks other on the disk. */
export class DevSources {
  readonly #content: string;
  #around: FolderAround | undefined;
  #hash = '';
  #parts: ReadParts | undefined;
  readonly #entries = new Map<string, DevEntry>();
  #withdrawn: ReadonlySet<string> = new Set();
  /** Those that were public the last time, newest first. */
  #listed: PublicArticle[] = [];
  /** Those of entries that were deleted since. */
  readonly #gone: PublicArticle[] = [];
  readonly #providers = new Map<string, SourceProvider>();
  #due = Number.POSITIVE_INFINITY;

  constructor(content: string) {
    this.#content = content;
  }

  /** paths: what changed, relative to the folder; undefined when it is to be looked through. now: ms since 1970. */
  read(paths: readonly string[] | undefined, now: number): DevCorpora {
    const missing = missingFolder(this.#content);
    if (missing) {
      this.#around = undefined;
      return { errors: [missing], isChanged: true, wasLooked: true, isAnother: true };
    }
    const plain = paths && this.#arePlain(paths) ? [...paths] : undefined;
    const { wanted, isAnother } = plain ? { wanted: plain, isAnother: false } : this.#look();
    const due = this.#due > now ? [] : [...this.#entries].flatMap(([path, entry]) => (entry.due <= now ? [path] : []));
    // A file that was touched says what it said.
    const changed = [...new Set([...due, ...wanted.filter((path) => this.#isNew(path))])];
    if (isAnother || changed.length > 0) this.#parse(changed, now);
    const isChanged = isAnother || changed.length > 0;
    return { ...this.#corpora(), isChanged, isAnother, wasLooked: plain === undefined };
  }

  /** Whether each is a file that is an article or no longer there: everything else may concern more than itself. */
  #arePlain(paths: readonly string[]): boolean {
    const { settings } = this.#parts ?? {};
    if (!this.#around || !settings) return false;
    return paths.every((path) => {
      if (!isArticlePath(path, settings) || path.includes('\uFFFD')) return false;
      const stat = lstatSync(join(this.#content, path), { throwIfNoEntry: false });
      return stat === undefined ? this.#entries.has(path) : stat.isFile();
    });
  }

  #look(): { wanted: string[]; isAnother: boolean } {
    const around = readAround(this.#content);
    const hash = aroundHash(around.folder);
    const isAnother = hash !== this.#hash || this.#around === undefined;
    this.#around = around;
    this.#hash = hash;
    if (isAnother) {
      this.#entries.clear();
      this.#listed = [];
    }
    const there = new Set(around.articles);
    const gone = [...this.#entries.keys()].filter((path) => !there.has(path));
    return { wanted: [...gone, ...around.articles.filter((path) => this.#isOther(path))], isAnother };
  }

  #isOther(path: string): boolean {
    const entry = this.#entries.get(path);
    const stat = statSync(join(this.#content, path), { throwIfNoEntry: false });
    if (!entry || !stat) return true;
    const mark = sourceMark(stat);
    return isYoung(entry.mark, entry.readAt) || mark.some((value, at) => value !== entry.mark[at]);
  }

  /** Whether a file says anything else than when it was parsed, or is gone. */
  #isNew(path: string): boolean {
    const entry = this.#entries.get(path);
    if (!entry) return true;
    const marks = new Map<string, SourceMark>();
    const readAt = Date.now();
    const file = readSource(this.#content, path, [], { marks });
    if (!file || sourceHash(file.bytes) !== entry.hash) return true;
    Object.assign(entry, { mark: marks.get(path), readAt });
    return false;
  }

  #parse(paths: readonly string[], now: number): void {
    const issues: Issue[] = [];
    const marks = new Map<string, SourceMark>();
    const readAt = Date.now();
    const articles = paths.flatMap((path) => {
      const { told } = this.#entries.get(path) ?? {};
      if (told) this.#gone.push(told);
      this.#entries.delete(path);
      const isThere = statSync(join(this.#content, path), { throwIfNoEntry: false }) !== undefined;
      return (isThere && readSource(this.#content, path, issues, { marks })) || [];
    });
    const hashes = new Map(articles.map(({ path, bytes }) => [path, sourceHash(bytes)]));
    const folder = (this.#around as FolderAround).folder;
    this.#parts = readParts({ ...folder, articles }, { now });
    const unread = issues.map(({ path }): ParsedArticle => {
      return { path, slug: path, issues: issues.filter((one) => one.path === path), withdrawn: [] };
    });
    for (const parsed of [...this.#parts.parsed, ...unread]) {
      if (parsed.gated?.kind === 'public') this.#share(parsed.gated.article);
      const mark = marks.get(parsed.path) ?? [0, 0, 0, 0];
      const hash = hashes.get(parsed.path) ?? '';
      this.#entries.set(parsed.path, { parsed, hash, mark, readAt, key: slugKey(parsed.slug), due: timeOf(parsed) });
    }
  }

  /** Articles of one provider name the same object: looking at 20,000 is then looking at some hundred. */
  #share(article: PublicArticle): void {
    const key = JSON.stringify(article.provider);
    const provider = this.#providers.get(key) ?? article.provider;
    this.#providers.set(key, provider);
    article.provider = provider;
  }

  #corpora(): Omit<DevCorpora, 'isChanged' | 'isAnother' | 'wasLooked'> {
    const { folder, issues: unread } = this.#around as FolderAround;
    const parts = this.#parts as ReadParts;
    const entries = [...this.#entries.values()];
    const rules = readClusterRules(folder.clusters, () => entries.map(({ parsed }) => parsed.slug));
    const issues = [...unread, ...parts.issues, ...rules.issues];
    const keys = new Set<string>();
    let due = Number.POSITIVE_INFINITY;
    for (const { parsed, key, due: own } of entries) {
      if (parsed.issues.length > 0) issues.push(...parsed.issues);
      keys.add(key);
      if (own < due) due = own;
    }
    this.#due = due;
    if (entries.length === 0) issues.push(emptyFolder());
    if (keys.size < entries.length) issues.push(...twinIssues(folder, parts, entries));
    const errors = issues.filter(({ severity, draft }) => severity === 'error' && !draft);
    if (errors.length > 0) return { errors };
    this.#withdraw(entries);
    const { settings, organizations, topics } = parts;
    const none = { drafts: [], faulty: [], scores: new Map(), issues: [], skipped: [] };
    const publication = { settings, organizations, topics, clusters: rules.rules, ...none };
    const fresh = this.#list(entries);
    const articles = this.#listed;
    // Which have one name is known already.
    const shown = keys.size < entries.length ? shownOf(entries) : entries.flatMap((entry) => entry.shown ?? []);
    const withDrafts = { ...publication, articles: [...articles, ...shown] };
    return { errors: [], corpus: { ...publication, articles }, withDrafts, fresh, ...(Number.isFinite(due) && { due }) };
  }

  /** Brings the list of public ones up to date. Returns what is new, drafts too. */
  #list(entries: readonly DevEntry[]): PublicArticle[] {
    const fresh: PublicArticle[] = [];
    const come: PublicArticle[] = [];
    const gone = this.#gone.splice(0);
    for (const entry of entries) {
      const own = entry.article ?? entry.shown;
      if (own === entry.told) continue;
      if (entry.told) gone.push(entry.told);
      if (own) fresh.push(own);
      if (entry.article) come.push(entry.article);
      entry.told = own;
    }
    this.#listed = listOf(this.#listed, gone, come);
    return fresh;
  }

  /** Takes removed stories out of the coverage of others, and leaves all articles as they are that name none. */
  #withdraw(entries: readonly DevEntry[]): void {
    const withdrawn = new Set(entries.flatMap(({ parsed }) => parsed.withdrawn));
    const isSame = withdrawn.size === this.#withdrawn.size && [...withdrawn].every((url) => this.#withdrawn.has(url));
    this.#withdrawn = withdrawn;
    const clean = <A extends Article>(article: A, before: A | undefined): A => {
      const next = withoutWithdrawn(article, (url) => withdrawn.has(url));
      const isAsIs = (other: A | undefined): other is A =>
        other?.related.length === next.related.length && next.related.every((story, at) => story === other.related[at]);
      return isAsIs(before) ? before : isAsIs(article) ? article : next;
    };
    for (const entry of entries) {
      const { gated } = entry.parsed;
      if (!gated || (isSame && (entry.article ?? entry.shown))) continue;
      if (gated.kind === 'public') entry.article = clean(gated.article, entry.article);
      else entry.shown = clean(entry.shown ?? shownDraft(gated.draft), entry.shown);
    }
  }
}

const twinIssues = (folder: ContentFolder, parts: ReadParts, entries: readonly DevEntry[]): Issue[] =>
  corpusOf(folder, { ...parts, issues: [], parsed: entries.map(({ parsed }) => ({ ...parsed, issues: [] })) }).issues;
