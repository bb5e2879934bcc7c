import type { ArticleType } from '../../schema/card.ts';
import type { Picture } from '../../schema/picture.ts';
import type { PublicArticle, RelatedStory, SourceImage, SourceProvider } from '../model.ts';

/**
 * What is asked for of few articles in one compile, and read when it is. pictures: those of the article that are shown, by their keys; local: paths of all
 * that it names in the content folder, logos too.
 */
export interface ArticleRest {
  title: string;
  excerpt: string;
  originalUrl?: string;
  ampWebUrl?: string;
  cdnAmpWebUrl?: string;
  urls: string[];
  type: ArticleType;
  images: SourceImage[];
  related: RelatedStory[];
  video?: { host: 'youtube'; id: string };
  lang?: string;
  pictures?: Record<string, Picture>;
  local?: string[];
}

/** What is asked for of all of them. */
export interface ArticleHead {
  path: string;
  slug: string;
  category: string;
  categoryName: string;
  time: number;
  heat: number | undefined;
  provider: SourceProvider;
  topics: string[];
}

/** An article whose file did not change since a compile let it through the gate, as that compile kept it: without its body. */
export function keptArticle(head: ArticleHead, read: () => ArticleRest): PublicArticle {
  return new KeptArticle(head, read) as unknown as PublicArticle;
}

class KeptArticle {
  readonly path: string;
  readonly slug: string;
  readonly category: string;
  readonly categoryName: string;
  readonly time: number;
  readonly heat: number | undefined;
  readonly provider: SourceProvider;
  readonly topics: string[];
  readonly #read: () => ArticleRest;
  #rest: ArticleRest | undefined;

  constructor(head: ArticleHead, read: () => ArticleRest) {
    this.path = head.path;
    this.slug = head.slug;
    this.category = head.category;
    this.categoryName = head.categoryName;
    this.time = head.time;
    this.heat = head.heat;
    this.provider = head.provider;
    this.topics = head.topics;
    this.#read = read;
  }

  get publishedDateTime(): string {
    return `${new Date(this.time).toISOString().slice(0, 19)}Z`;
  }

  get title(): string {
    return this.#own().title;
  }

  get excerpt(): string {
    return this.#own().excerpt;
  }

  get originalUrl(): string | undefined {
    return this.#own().originalUrl;
  }

  get ampWebUrl(): string | undefined {
    return this.#own().ampWebUrl;
  }

  get cdnAmpWebUrl(): string | undefined {
    return this.#own().cdnAmpWebUrl;
  }

  get urls(): string[] {
    return this.#own().urls;
  }

  get type(): ArticleType {
    return this.#own().type;
  }

  get images(): SourceImage[] {
    return this.#own().images;
  }

  get related(): RelatedStory[] {
    return this.#own().related;
  }

  get video(): { host: 'youtube'; id: string } | undefined {
    return this.#own().video;
  }

  get lang(): string | undefined {
    return this.#own().lang;
  }

  get body(): never {
    throw new Error(`The text of ${this.path} is not kept.`);
  }

  get origin(): never {
    throw new Error(`The fields of ${this.path} are not kept.`);
  }

  #own(): ArticleRest {
    this.#rest ??= this.#read();
    return this.#rest;
  }
}
