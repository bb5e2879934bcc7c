import type * as v from 'valibot';
import type { Block } from '../schema/body.ts';
import type { Provider } from '../schema/card.ts';
import type { Picture } from '../schema/picture.ts';
import { LOGO_WIDTH } from '../schema/picture.ts';
import type { Article, Corpus, SourceBlock, SourceImage, SourceProvider } from './model.ts';

export type ProviderJson = v.InferInput<typeof Provider>;

/** The key of a logo in the map of pictures: the same file may be a picture in an article too. */
const logoKey = (path: string): string => `logo:${path}`;

/**
 * The logo to encode, by its path or address: the smallest that is wide enough, else the widest; one that lies here before one that
 * lies elsewhere, and the organization's own before the article's.
 */
export function logoPath(provider: SourceProvider, organizations: Corpus['organizations']): string | undefined {
  const known = provider.domain === undefined ? undefined : organizations.get(provider.domain);
  const own = known?.images ?? [];
  return bestLogo(own, 'local') ?? bestLogo(provider.images, 'local') ?? bestLogo(own, 'url') ?? bestLogo(provider.images, 'url');
}

function bestLogo(images: SourceImage[], place: 'local' | 'url'): string | undefined {
  let best: SourceImage | undefined;
  for (const image of images) {
    if (image[place] === undefined) continue;
    if (best === undefined || fit(image) > fit(best)) best = image;
  }
  return best?.[place];
}

/** The key in the map of pictures of one that is shown: its path, or its address when a copy is kept. */
const keptKey = ({ local, url, isCached }: SourceImage): string | undefined => local ?? (isCached ? url : undefined);

const fit = ({ width = 1 }: SourceImage): number => (width >= LOGO_WIDTH ? 1 + 1 / width : width / LOGO_WIDTH);

/** What a source names by path, as the reader gets it: providers with their logos, pictures with their sizes. */
export class Resolver {
  readonly #corpus: Corpus;
  readonly #pictures: ReadonlyMap<string, Picture>;

  constructor(corpus: Corpus, pictures: ReadonlyMap<string, Picture>) {
    this.#corpus = corpus;
    this.#pictures = pictures;
  }

  /** The name as the article has it: one domain may carry many names, as video hosts do. */
  provider(provider: SourceProvider): ProviderJson {
    const logo = this.logo(logoPath(provider, this.#corpus.organizations));
    return { name: this.providerName(provider), domain: provider.domain, logo };
  }

  providerName({ name, domain }: SourceProvider): string {
    if (domain === undefined || (name !== '' && name !== domain)) return name;
    return this.#corpus.organizations.get(domain)?.name ?? name;
  }

  logo(path: string | undefined): string | undefined {
    const picture = path === undefined ? undefined : this.#pictures.get(logoKey(path));
    return picture?.urls?.[0] ?? picture?.id;
  }

  picture(path: string | undefined): Picture | undefined {
    const picture = path === undefined ? undefined : this.#pictures.get(path);
    // In this order whatever made it, so that the same picture is the same text.
    return (
      picture && {
        id: picture.id,
        width: picture.width,
        height: picture.height,
        widths: [...picture.widths],
        color: picture.color,
        placeholder: picture.placeholder,
        urls: picture.urls && [...picture.urls],
      }
    );
  }

  /** An article's pictures that are kept here, each once. */
  images(article: Article): Picture[] {
    const kept = new Map<string, Picture>();
    for (const image of article.images) {
      const picture = this.picture(keptKey(image));
      if (picture && !kept.has(picture.id)) kept.set(picture.id, picture);
    }
    return [...kept.values()];
  }

  /** Addresses of an article's pictures that are not copied, each once, where the publication wants links to them. */
  pictureLinks(article: Article): string[] {
    if (this.#corpus.settings.images.remote !== 'link') return [];
    return [...new Set(article.images.flatMap((image) => (keptKey(image) === undefined ? (image.url ?? []) : [])))];
  }

  body(blocks: SourceBlock[]): Block[] {
    return blocks.flatMap((block) => this.#block(block) ?? []);
  }

  #block(block: SourceBlock): Block | undefined {
    switch (block.type) {
      case 'picture': {
        const picture = this.picture(block.picture);
        return picture && { type: 'picture', picture, alt: block.alt };
      }
      case 'quote':
        return { type: 'quote', children: this.body(block.children) };
      case 'list':
        return { type: 'list', start: block.start, items: block.items.map((blocks) => this.body(blocks)) };
      default:
        return block;
    }
  }
}
