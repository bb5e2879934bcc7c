import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Issue } from '../../schema/issue.ts';
import type { Corpus, PublicArticle } from '../model.ts';
import { DRAFTS } from './dev-paths.ts';
import { DevPictures } from './dev-pictures.ts';
import { DevSite } from './dev-site.ts';
import { DevSources } from './dev-sources.ts';
import { type PictureFile, pictureCache } from './picture-cache.ts';
import { originOf } from './remote/image-addresses.ts';

export interface DevRequest {
  root: string;
  content: string;
  base: string;
}

/** What an update found. errors: what stands in the way; then everything stays as it was. due: ms since 1970, see `DevCorpora`. */
export interface DevUpdate {
  errors: Issue[];
  isChanged: boolean;
  due?: number | undefined;
}

interface Good {
  corpus: Corpus;
  withDrafts: Corpus;
  template: string;
  pictures: DevPictures;
  sites: { public: DevSite; withDrafts: DevSite };
}

/** fresh: articles, drafts too, that were not there the last time. */
interface Next extends Pick<Good, 'corpus' | 'withDrafts' | 'template'> {
  fresh: PublicArticle[];
}

/** What a content folder makes, in memory. Paths are those of a build; those with drafts begin with DRAFTS. */
export class DevContent {
  readonly #request: DevRequest;
  readonly #sources: DevSources;
  #good: Good | undefined;
  /** The site that was asked for last is made at once, the other when somebody wants it. */
  #showsDrafts = false;

  constructor(request: DevRequest) {
    this.#request = request;
    this.#sources = new DevSources(request.content);
  }

  /** paths: what changed in the folder; undefined when nobody knows. Throws what the compiler throws. */
  async update(paths: readonly string[] | undefined): Promise<DevUpdate> {
    const { corpus, withDrafts, errors, due, ...found } = this.#sources.read(paths, Date.now());
    if (!corpus || !withDrafts) return { errors, isChanged: found.isChanged };
    const template = readFileSync(join(this.#request.root, 'index.html'), 'utf8');
    const isSame = this.#good?.template === template && !(found.wasLooked && !this.#good.pictures.areAsTheyWere());
    if (isSame && !found.isChanged) return { errors, isChanged: false, due };
    const last = this.#good;
    const stays = isSame && !found.isAnother && corpus.settings.images.engine === undefined;
    try {
      await this.#take({ corpus, withDrafts, fresh: found.fresh ?? [], template }, stays ? last : undefined);
      this.#siteOf(this.#showsDrafts ? DRAFTS : '').update();
    } catch (error) {
      this.#good = last;
      throw error;
    }
    return { errors, isChanged: true, due };
  }

  /** There was content without errors. */
  get isGood(): boolean {
    return this.#good !== undefined;
  }

  text(path: string): string | undefined {
    const prefix = path.startsWith(DRAFTS) ? DRAFTS : '';
    // A page's own address says nothing of what its reader looks at.
    if (path.startsWith(`${prefix}data/`)) this.#showsDrafts = prefix === DRAFTS;
    return this.#good && this.#siteOf(prefix).text(path.slice(prefix.length));
  }

  picture(path: string): PictureFile | undefined {
    return this.#good?.pictures.files.get(path);
  }

  /** The origin of the image service, where the publication has one. */
  get engine(): string | undefined {
    const engine = this.#good?.corpus.settings.images.engine;
    return engine === undefined ? undefined : originOf(engine);
  }

  #siteOf(prefix: string) {
    const { corpus, withDrafts, sites } = this.#good as Good;
    const [site, of] = prefix === DRAFTS ? [sites.withDrafts, withDrafts] : [sites.public, corpus];
    return { update: () => site.update(of), text: (path: string) => site.text(of, path) };
  }

  /** last: whose sites and pictures go on. */
  async #take({ fresh, ...next }: Next, last: Good | undefined): Promise<void> {
    const { root, content, base } = this.#request;
    const pictures = last?.pictures ?? new DevPictures(content, pictureCache(root));
    await pictures.add(last ? { ...next.withDrafts, articles: fresh } : next.withDrafts);
    const frame = { base, pictures: pictures.pictures, template: next.template };
    const sites = last?.sites ?? {
      public: new DevSite({ ...frame, isOrdered: true }),
      withDrafts: new DevSite({ ...frame, isOrdered: false }),
    };
    this.#good = { ...next, pictures, sites };
  }
}
