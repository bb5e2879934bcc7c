import * as v from 'valibot';
import { fetchJson } from '../../data/fetch-json.ts';
import { loadAgain } from '../../data/load-again.ts';
import { basePath } from '../../lib/base-path.ts';
import { ArticleFile, ArticleManifest } from '../../schema/article.ts';
import { articleFile, articleManifestFile, coverageFile, logoFile, pictureFile, urlPath } from '../../schema/paths.ts';
import type { Picture } from '../../schema/picture.ts';
import { isKept, keepForGood, keptJson } from '../../store/kept-files.ts';
import type { SavedArticle } from '../../store/mark.ts';

/** Wide enough for any phone's column; where another width or format is wanted offline, the worker hands out this one. */
const WIDTH = 1280;

/** Everything that these articles need is kept, and nothing else is kept for good. What cannot be had now is tried again at the next visit. */
export async function keepSaved(saved: readonly SavedArticle[]): Promise<void> {
  const paths: string[] = [];
  for (const { slug } of saved) paths.push(...((await newest(slug)) ?? (await asItWas(slug)) ?? []));
  await keepForGood([...new Set(paths)]);
}

/** The files of an article as its table of contents has it now, loaded where they are not kept yet. */
async function newest(slug: string): Promise<string[] | undefined> {
  const path = articleManifestFile(slug);
  try {
    const kept = v.safeParse(ArticleManifest, await keptJson(path));
    const { file } = kept.success ? kept.output : await fetchJson(path, ArticleManifest);
    const own = articleFile(slug, file);
    const keptFile = v.safeParse(ArticleFile, await keptJson(own));
    const article = keptFile.success ? keptFile.output : await fetchJson(own, ArticleFile);
    const paths = [path, own, ...filesOf(article)];
    const lacking = [];
    for (const one of paths) if (!(await isKept(one))) lacking.push(urlPath(basePath, one));
    await loadAgain(lacking);
    return paths;
  } catch {
    return undefined;
  }
}

/** What was kept of it before. */
async function asItWas(slug: string): Promise<string[] | undefined> {
  const path = articleManifestFile(slug);
  const manifest = v.safeParse(ArticleManifest, await keptJson(path, 'saved'));
  if (!manifest.success) return undefined;
  const own = articleFile(slug, manifest.output.file);
  const article = v.safeParse(ArticleFile, await keptJson(own, 'saved'));
  return article.success ? [path, own, ...filesOf(article.output)] : undefined;
}

const filesOf = ({ slug, coverageRest, images, provider, coverage }: ArticleFile): string[] => [
  ...(coverageRest === undefined ? [] : [coverageFile(slug, coverageRest)]),
  // What an image service delivers is another origin's, and is not kept.
  ...images.filter(({ urls }) => urls === undefined).map(pictureOf),
  ...[provider, ...coverage.map((story) => story.provider)].flatMap((one) =>
    one?.logo === undefined ? [] : [logoFile(one.logo)],
  ),
];

const pictureOf = ({ id, width, widths }: Picture): string =>
  pictureFile(id, widths.findLast((each) => each <= WIDTH) ?? widths[0] ?? width);
