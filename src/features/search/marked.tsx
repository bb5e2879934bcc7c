import { createContext, useContext } from 'react';
import { excerptAround, markedPieces } from './find-marks.ts';
import type { Term } from './parse-query.ts';
import type { FoundArticle } from './searched-article.ts';

/** What the list below it was searched for. */
export const TermsContext = createContext<readonly Term[]>([]);

/** Someone else's words with those marked that were searched for. */
export function Marked({ text, lang }: { text: string; lang: string | undefined }) {
  const pieces = markedPieces(text, useContext(TermsContext));
  return (
    <bdi dir="auto" lang={lang}>
      {pieces.map((piece, at) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name.
        piece.hit ? <mark key={at}>{piece.text}</mark> : piece.text,
      )}
    </bdi>
  );
}

/** The excerpt, unless the body alone says what was searched for: then that place of it. */
export function MarkedExcerpt({ article, className }: { article: FoundArticle; className: string | undefined }) {
  const { excerpt, text, title, lang } = article;
  const terms = useContext(TermsContext);
  const holds = (part: string): boolean => markedPieces(part, terms).some(({ hit }) => hit);
  const shown = text !== '' && !holds(excerpt) && !holds(title) && holds(text) ? text : excerpt;
  if (shown === '') return null;
  return (
    <p className={className}>
      <Marked text={excerptAround(shown, terms)} lang={lang} />
    </p>
  );
}
