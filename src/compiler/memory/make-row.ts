import { canonicalUrl } from '../../lib/canonical-url.ts';
import { hash32, hash52 } from '../../lib/hash.ts';
import type { Picture } from '../../schema/picture.ts';
import type { ClusterTerms } from '../cluster-terms.ts';
import { dayOf } from '../day-feeds.ts';
import type { Corpus, PublicArticle } from '../model.ts';
import { picturesNeeded } from '../pictures-needed.ts';
import type { StoryWords } from '../same-event.ts';
import { packTerms, type TermIndex } from '../term-index.ts';
import type { Row } from './memory.ts';

const urlHashes = (urls: readonly string[]): number[] => urls.map((url) => hash32(canonicalUrl(url)) | 0);

export const pictureHash = (picture: Picture): number => hash32(picture.id) | 0;

interface Sources {
  corpus: Corpus;
  pictures: ReadonlyMap<string, Picture>;
  words: ClusterTerms;
  terms: TermIndex;
}

/** Rows of articles that are new to the memory; what is found out later is added then. */
export function createRowMaker({ corpus, pictures, words, terms }: Sources): (article: PublicArticle) => Row {
  return (article) => {
    const subject = terms.read(article);
    return {
      article,
      slugHash: hash52(article.slug),
      file: '',
      rest: undefined,
      weight: Number.NaN,
      leadWeight: Number.NaN,
      searchWeight: 0,
      day: dayOf(article, corpus.settings.timeZone),
      period: -1,
      at: -1,
      urls: urlHashes(article.urls),
      relatedUrls: article.related.flatMap(({ url, urls }) => urlHashes(url === undefined ? urls : [url, ...urls])).slice(),
      stories: article.related.length,
      pictures: picturesOf(article, corpus, pictures).map(([, picture]) => pictureHash(picture)),
      covers: [],
      isCovered: false,
      tie: undefined,
      story: withoutRoom(words.read(article)),
      subject: { packed: packTerms(subject), titleTerms: subject.titleTerms },
      related: [],
      relatedLast: Number.NaN,
    };
  };
}

/** A list that grew holds room for more, which rows would keep; its copy does not. */
const withoutRoom = ({ terms, titleTerms }: StoryWords): StoryWords => ({ terms: terms.slice(), titleTerms });

const NO_LOGO = {};

const neededBy = (article: PublicArticle, { organizations }: Corpus) =>
  picturesNeeded({ settings: NO_LOGO, organizations, articles: [article] });

/** Paths of the pictures and logos that an article names in the content folder. */
export function localPicturesOf(article: PublicArticle, corpus: Corpus): string[] {
  const { pictures, logos } = neededBy(article, corpus);
  return [...pictures, ...logos];
}

/** The pictures that an article shows, logos too, by their keys. */
export function picturesOf(article: PublicArticle, corpus: Corpus, pictures: ReadonlyMap<string, Picture>): [string, Picture][] {
  const needed = neededBy(article, corpus);
  const keys = [
    ...needed.pictures,
    ...needed.logos.map((path) => `logo:${path}`),
    ...needed.remote.map(({ url, use }) => (use === 'logo' ? `logo:${url}` : url)),
  ];
  return keys.flatMap((key): [string, Picture][] => {
    const picture = pictures.get(key);
    return picture ? [[key, picture]] : [];
  });
}
