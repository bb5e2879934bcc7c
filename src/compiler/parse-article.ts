import { FrontMatter } from '../schema/front-matter.ts';
import type { Issue } from '../schema/issue.ts';
import { readBody } from './body.ts';
import { checkSwitches, type createKeyChecker } from './check-keys.ts';
import { readCategory, slugFault, slugOf } from './check-names.ts';
import { checkScores } from './check-scores.ts';
import { decodeFile } from './decode-file.ts';
import { faultyMarks, type Gated, type GateRule, passGate } from './gate.ts';
import type { SwitchFinder } from './look-alikes.ts';
import type { Article, FaultyDraft, SourceFile, SourceProvider } from './model.ts';
import { originValues } from './origin-values.ts';
import { type Instant, parseInstant } from './parse-instant.ts';
import { type ParsedYaml, readYaml } from './parse-yaml.ts';
import { readImages } from './read-images.ts';
import { readObject } from './read-object.ts';
import type { ProviderReader } from './read-provider.ts';
import { readRelated } from './read-related.ts';
import { readTopics } from './read-topics.ts';
import { createReport, type Report } from './report.ts';
import { type FrontMatterParts, splitFrontMatter } from './split-front-matter.ts';
import { roughUrls, storyLinks } from './story-links.ts';
import { type Language, readLanguage, readType } from './story-parts.ts';
import { cleanText } from './text.ts';
import { articleVideo } from './video.ts';

/** What every article of a folder is read with. */
export interface ArticleContext extends GateRule {
  language: Language;
  readProvider: ProviderReader;
  checkKeys: ReturnType<typeof createKeyChecker>;
  findSwitches: SwitchFinder;
  /** Public articles keep the values of their files. */
  keepsOrigin: boolean;
}

/** gated: absent when the file has an error; faulty: what it is all the same when it is a draft for sure. withdrawn: canonical addresses of a story that its file calls removed. */
export interface ParsedArticle {
  path: string;
  slug: string;
  issues: Issue[];
  gated?: Gated;
  faulty?: FaultyDraft;
  withdrawn: string[];
}

type Input = Partial<FrontMatter>;

/** Reads one article's file to the end, however many faults it has, and lets it through the gate when it has no error. */
export function parseArticle(file: SourceFile, context: ArticleContext): ParsedArticle {
  const slug = slugOf(file.path);
  const decoded = decodeFile(file.bytes);
  const parts = 'fault' in decoded ? decoded : splitFrontMatter(decoded.text);
  const yaml = 'fault' in parts ? undefined : readYaml(parts.yaml, 2);
  const report = createReport(file.path, yaml?.locate);
  const fault = slugFault(slug);
  if (fault !== undefined) report.error([], fault, { line: 1, column: 1 });
  if ('fault' in parts) report.error([], parts.fault, { line: 1, column: 1 });
  if (yaml === undefined || 'fault' in parts || 'fault' in decoded)
    return { path: file.path, slug, issues: report.issues, withdrawn: [] };
  context.checkKeys(yaml, report);
  checkSwitches(decoded.text, yaml, context.findSwitches, report);
  checkScores(yaml, parts, report);
  const gated = readArticle({ path: file.path, slug, parts, yaml }, context, report);
  const faulty = gated === undefined ? faultyDraft({ path: file.path, slug, parts, yaml }, context) : undefined;
  const isDraft = faulty !== undefined || gated?.kind === 'draft';
  return {
    path: file.path,
    slug,
    issues: isDraft ? report.issues.map((issue) => ({ ...issue, draft: true })) : report.issues,
    ...(gated !== undefined && { gated }),
    ...(faulty !== undefined && { faulty }),
    withdrawn: withdrawnUrls(yaml.value),
  };
}

interface Source {
  path: string;
  slug: string;
  parts: FrontMatterParts;
  yaml: ParsedYaml;
}

function readArticle({ path, slug, parts, yaml }: Source, context: ArticleContext, report: Report): Gated | undefined {
  for (const { field, message, place } of yaml.faults) report.error(field, message, place);
  if (yaml.faults.length > 0) return undefined;
  const input = readObject(FrontMatter, yaml.value, [], report.error);
  if (input === undefined) return undefined;
  const body = readBody(parts.body, path, parts.bodyLine, report);
  const { links, story } = readStory(input, path, context, report);
  const time = readTime(input, report);
  const article: Article = {
    path,
    slug,
    ...readSection(input, report),
    ...story,
    publishedDateTime: time.iso,
    time: time.time,
    ...(links.url !== undefined && { originalUrl: links.url }),
    ...(links.ampWebUrl !== undefined && { ampWebUrl: links.ampWebUrl }),
    ...(links.cdnAmpWebUrl !== undefined && { cdnAmpWebUrl: links.cdnAmpWebUrl }),
    urls: links.urls,
    ...(input.heat !== undefined && input.heat !== -1 && { heat: input.heat }),
    topics: readTopics(input.topics ?? [], report),
    body,
  };
  if (report.errors() > 0) return undefined;
  const origin = () => originValues(input, parts.body);
  return passGate(article, marksOf(input), context, { source: parts.yaml, origin, keepsOrigin: context.keepsOrigin });
}

function faultyDraft({ path, slug, parts, yaml }: Source, { cutOff }: ArticleContext): FaultyDraft | undefined {
  const marks = faultyMarks(yaml.value, cutOff);
  if (marks === undefined) return undefined;
  const { title } = yaml.value as { title?: unknown };
  return {
    path,
    slug,
    ...marks,
    ...(typeof title === 'string' && { title: cleanText(title) }),
    source: parts.yaml,
    body: parts.body,
  };
}

type Story = Pick<Article, 'title' | 'excerpt' | 'type' | 'provider' | 'images' | 'related' | 'video' | 'lang'>;

/** What a story is made of, as its own file tells it. */
function readStory(
  input: Input,
  path: string,
  context: ArticleContext,
  report: Report,
): { story: Story; links: ReturnType<typeof storyLinks> } {
  const { readProvider, language } = context;
  const title = cleanText(input.title ?? '');
  if (title === '' && input.title !== undefined) report.error(['title'], 'is empty. Write the title of the story.');
  const excerpt = cleanText(input.excerpt ?? input.abstract ?? '');
  const links = storyLinks(input, [], report.error, report.warn);
  const hasLink = links.urls.length > 0 || input.originalUrl || input.webUrl || input.sourceUrl;
  if (!hasLink)
    report.warn([], 'There is no originalUrl or webUrl, so readers have no way to the original. Add one.', {
      line: 1,
      column: 1,
    });
  const provider = providerOf(input, path, links.url, context, report);
  const type = readType(input.type, [], report);
  const video = articleVideo(input.featuredContent, type, links.urls, report);
  const lang = readLanguage(input, `${title} ${excerpt}`, language, [], report);
  const story: Story = {
    title,
    excerpt,
    type,
    provider,
    images: readImages(input.images ?? [], ['images'], path, report, report.error),
    related: readRelated(input.related ?? [], { title, provider, urls: links.urls }, { path, readProvider, language, report }),
    ...(video !== undefined && { video }),
    ...(lang !== undefined && { lang }),
  };
  return { story, links };
}

function providerOf(
  input: Input,
  path: string,
  url: string | undefined,
  context: ArticleContext,
  report: Report,
): SourceProvider {
  const provider = context.readProvider(input.provider, ['provider'], { from: path, url, report }, report.error);
  const howTo = 'Write provider: with a name: below it.';
  const isMissing = input.provider === null || input.provider === undefined;
  if (isMissing && provider !== undefined)
    report.warn(['provider'], `is missing; the host of the address is shown instead. ${howTo}`);
  else if (isMissing) report.error(['provider'], `is missing, and there is no address to name it by. ${howTo}`);
  else if (provider === undefined && typeof input.provider === 'object') report.error(['provider'], `has no name. ${howTo}`);
  return provider ?? { name: '', images: [] };
}

function readSection(input: Input, report: Report): Pick<Article, 'category' | 'categoryName'> {
  const categoryName = cleanText(input.category ?? '');
  const category = input.category === undefined ? { segment: '' } : readCategory(categoryName);
  if ('segment' in category) return { category: category.segment, categoryName };
  report.error(['category'], category.fault);
  return { category: '', categoryName };
}

function readTime({ publishedDateTime }: Input, report: Report): Instant {
  const instant = parseInstant(publishedDateTime ?? '');
  if (instant === undefined && publishedDateTime !== undefined) {
    report.error(
      ['publishedDateTime'],
      'is no date and time with a zone. Write it as 2022-10-03T08:50:00Z or 2022-10-03T10:50:00+02:00.',
    );
  }
  return instant ?? { iso: '', time: Number.NaN };
}

const marksOf = (input: Input) => ({
  published: input.published,
  removed: input.removed,
  quality: input.quality ?? input.score,
  heat: input.heat,
  secured: input.secured ?? undefined,
});

/** Read from what was parsed, errors or not: a removed story must leave every list although its file is broken. */
function withdrawnUrls(value: unknown): string[] {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'removed')) return [];
  return (value as { removed: unknown }).removed === false ? [] : roughUrls(value);
}
