import type { Corpus, Settings, SourceBlock, SourceImage } from './model.ts';
import { byText } from './order.ts';
import { logoPath } from './resolve.ts';

/** Local ones by their paths in the content folder, remote ones by their addresses; sorted. */
export interface NeededPictures {
  pictures: string[];
  logos: string[];
  remote: RemotePicture[];
}

/** width, height: as an article says, where it does. owner: the path of a file that names it. shown: in the reader; copies of coverage's are only kept. */
export interface RemotePicture {
  url: string;
  use: 'picture' | 'logo';
  owner: string;
  shown: boolean;
  width?: number;
  height?: number;
}

/** What names pictures. */
type Named = Pick<Corpus, 'articles' | 'organizations'> & { settings: { logo?: Settings['logo'] | undefined } };

/**
 * What has to be there before `emit`: the pictures of public articles, those in their text too, and logos, of providers (those
 * that only cover a story too) and of the publication. Of pictures elsewhere only those that the publisher keeps a copy of.
 */
export function picturesNeeded(corpus: Named): NeededPictures {
  const pictures = new Set<string>();
  const logos = new Set<string>();
  const remote = new Map<string, RemotePicture>();
  if (corpus.settings.logo !== undefined) logos.add(corpus.settings.logo);
  for (const article of corpus.articles) {
    for (const { local } of article.images) if (local !== undefined) pictures.add(local);
    collect(article.body, pictures);
    for (const image of article.images) addRemote(remote, image, { owner: article.path, shown: true });
    for (const provider of [article.provider, ...article.related.map((story) => story.provider)]) {
      const source = provider && logoPath(provider, corpus.organizations);
      if (source === undefined) continue;
      if (!isAddress(source)) logos.add(source);
      else if (!remote.has(`logo ${source}`))
        remote.set(`logo ${source}`, { url: source, use: 'logo', owner: article.path, shown: true });
    }
  }
  // After all articles' own, so that one that is both counts as shown.
  for (const { related, path } of corpus.articles) {
    for (const { images } of related) for (const image of images) addRemote(remote, image, { owner: path, shown: false });
  }
  return {
    pictures: [...pictures].sort(byText),
    logos: [...logos].sort(byText),
    remote: [...remote].sort(([a], [b]) => byText(a, b)).map(([, one]) => one),
  };
}

const isAddress = (source: string): boolean => /^https?:\/\//.test(source);

function addRemote(
  remote: Map<string, RemotePicture>,
  { url, isCached, width, height }: SourceImage,
  where: Pick<RemotePicture, 'owner' | 'shown'>,
): void {
  if (url === undefined || !isCached || remote.has(`picture ${url}`)) return;
  remote.set(`picture ${url}`, { url, use: 'picture', ...where, ...(width && { width }), ...(height && { height }) });
}

function collect(blocks: SourceBlock[], pictures: Set<string>): void {
  for (const block of blocks) {
    if (block.type === 'picture') pictures.add(block.picture);
    else if (block.type === 'quote') collect(block.children, pictures);
    else if (block.type === 'list') for (const blocksOfOne of block.items) collect(blocksOfOne, pictures);
  }
}
