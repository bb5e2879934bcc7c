import type { ArticleType } from '../schema/card.ts';
import type { Article } from './model.ts';
import type { Report } from './report.ts';

const HOSTS = /^(?:(?:www|m|music)\.)?(?:youtube\.com|youtube-nocookie\.com)$|^(?:www\.)?youtu\.be$/;
const ID = /^[\w-]{11}$/;
const ADDRESS = /(?:https?:)?\/\/[^\s"'<>\\]+/gi;

/** The id of a YouTube video from its address, in any of the forms YouTube gives out. */
export function youtubeId(address: string): string | undefined {
  const absolute = address.startsWith('//') ? `https:${address}` : address;
  if (!/^https?:\/\//i.test(absolute) || !URL.canParse(absolute)) return undefined;
  const url = new URL(absolute);
  if (!HOSTS.test(url.hostname) || url.port !== '' || url.username !== '') return undefined;
  const [first = '', second = ''] = url.pathname.split('/').filter((part) => part !== '');
  const id = url.hostname.endsWith('youtu.be') ? first : first === 'watch' ? url.searchParams.get('v') : byFolder(first, second);
  return id !== null && id !== undefined && ID.test(id) ? id : undefined;
}

const byFolder = (folder: string, id: string): string | undefined =>
  ['embed', 'v', 'shorts', 'live'].includes(folder) ? id : undefined;

/** The video that a `featuredContent` string embeds. The string itself is never passed on: it is markup of somebody's. */
function embeddedVideo(featuredContent: string): string | undefined {
  for (const [address] of featuredContent.matchAll(ADDRESS)) {
    const id = youtubeId(address.replace(/&amp;/gi, '&'));
    if (id !== undefined) return id;
  }
  return undefined;
}

/** An article's video: what `featuredContent` embeds, else, for the type video, what the story's own address shows. */
export function articleVideo(
  featuredContent: string | null | undefined,
  type: ArticleType,
  urls: readonly string[],
  report: Report,
): Article['video'] {
  const written = featuredContent?.trim() ?? '';
  const embedded = written === '' ? undefined : embeddedVideo(written);
  if (written !== '' && embedded === undefined) {
    report.warn(['featuredContent'], 'embeds no YouTube video, and nothing else is taken. It is left out.');
  }
  const id = embedded ?? (type === 'video' ? urls.map(youtubeId).find((found) => found !== undefined) : undefined);
  return id === undefined ? undefined : { host: 'youtube', id };
}
