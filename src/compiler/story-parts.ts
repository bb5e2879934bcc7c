import { canonicalLanguage, type createLanguageFinder } from '../lib/language.ts';
import { ArticleType } from '../schema/card.ts';
import type { Field, Report } from './report.ts';

/** A story's type; one that nobody knows is told and shown as an article, because formats grow. */
export function readType(written: string | null | undefined, field: Field, report: Report): ArticleType {
  const type = (written ?? '').trim().toLowerCase();
  if (type === '') return 'article';
  const known = ArticleType.options.find((one) => one === type);
  if (known !== undefined) return known;
  report.warn(
    [...field, 'type'],
    `is a type that nobody knows; it is shown as an article. Known are: ${ArticleType.options.join(', ')}.`,
  );
  return 'article';
}

interface LanguageInput {
  readonly lang?: string | null | undefined;
  readonly language?: string | null | undefined;
  readonly locale?: string | null | undefined;
}

/** A publication's language, and what tells a text of another one by its script. */
export interface Language {
  tag: string;
  find: ReturnType<typeof createLanguageFinder>;
}

/** A story's language as it is written, else as its script tells; undefined when it is the publication's. */
export function readLanguage(
  input: LanguageInput,
  text: string,
  publication: Language,
  field: Field,
  report: Report,
): string | undefined {
  for (const key of ['lang', 'language', 'locale'] as const) {
    const written = input[key]?.trim() ?? '';
    if (written === '') continue;
    const language = canonicalLanguage(written);
    if (language !== undefined) return language === publication.tag ? undefined : language;
    report.warn([...field, key], 'is no language tag. Write one as in "en" or "pt-BR"; it is ignored.');
  }
  return publication.find(text);
}
