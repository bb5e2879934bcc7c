/** Scripts that tell a language, or at least how a text is to be read out. Han weighs double: its signs are words. */
const SCRIPTS: readonly { name: string; sign: RegExp; weight: number; language: string }[] = [
  { name: 'Latn', sign: /\p{Script=Latin}/gu, weight: 1, language: 'und-Latn' },
  { name: 'Hani', sign: /\p{Script=Han}/gu, weight: 2, language: 'zh' },
  { name: 'Kana', sign: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, weight: 2, language: 'ja' },
  { name: 'Hang', sign: /\p{Script=Hangul}/gu, weight: 2, language: 'ko' },
  { name: 'Arab', sign: /\p{Script=Arabic}/gu, weight: 1, language: 'ar' },
  { name: 'Hebr', sign: /\p{Script=Hebrew}/gu, weight: 1, language: 'he' },
  { name: 'Grek', sign: /\p{Script=Greek}/gu, weight: 1, language: 'el' },
  { name: 'Cyrl', sign: /\p{Script=Cyrillic}/gu, weight: 1, language: 'und-Cyrl' },
  { name: 'Thai', sign: /\p{Script=Thai}/gu, weight: 1, language: 'th' },
  { name: 'Deva', sign: /\p{Script=Devanagari}/gu, weight: 1, language: 'und-Deva' },
  { name: 'Armn', sign: /\p{Script=Armenian}/gu, weight: 1, language: 'hy' },
  { name: 'Geor', sign: /\p{Script=Georgian}/gu, weight: 1, language: 'ka' },
  { name: 'Beng', sign: /\p{Script=Bengali}/gu, weight: 1, language: 'und-Beng' },
  { name: 'Taml', sign: /\p{Script=Tamil}/gu, weight: 1, language: 'ta' },
  { name: 'Telu', sign: /\p{Script=Telugu}/gu, weight: 1, language: 'te' },
  { name: 'Khmr', sign: /\p{Script=Khmer}/gu, weight: 1, language: 'km' },
  { name: 'Ethi', sign: /\p{Script=Ethiopic}/gu, weight: 1, language: 'und-Ethi' },
];

/** Letters that Persian writes and Arabic does not: pe, che, zhe, gaf, and its own kaf and ye. */
const PERSIAN = /[\u067E\u0686\u0698\u06AF\u06A9\u06CC]/;
const PLAIN = /^[\u0000-\u024F\u1E00-\u1EFF\u2000-\u22FF]*$/;

/** The scripts that a language is usually written in, as SCRIPTS names them. */
function scriptsOf(language: string): readonly string[] {
  const script = new Intl.Locale(language).maximize().script ?? 'Latn';
  if (script === 'Jpan') return ['Kana', 'Hani'];
  if (script === 'Kore') return ['Hang', 'Hani'];
  return script === 'Hans' || script === 'Hant' ? ['Hani'] : [script];
}

function mainScript(text: string): string | undefined {
  if (PLAIN.test(text)) return /[A-Za-z\u00C0-\u024F]/.test(text) ? 'Latn' : undefined;
  let most = 0;
  let main: string | undefined;
  for (const { name, sign, weight } of SCRIPTS) {
    const count = (text.match(sign)?.length ?? 0) * weight;
    if (count > most) {
      most = count;
      main = name;
    }
  }
  return main === 'Hani' && /\p{Script=Hiragana}|\p{Script=Katakana}/u.test(text) ? 'Kana' : main;
}

/**
 * BCP 47 tag of a text as far as its script tells it; `und-Cyrl` and the like where several languages share the script.
 * Undefined when the script is one that the publication's own language is written in, or when there are no letters.
 */
export function languageOf(text: string, publicationLanguage: string): string | undefined {
  return createLanguageFinder(publicationLanguage)(text);
}

/** languageOf for many texts of one publication: what its own scripts are is asked once. */
export function createLanguageFinder(publicationLanguage: string): (text: string) => string | undefined {
  const own = scriptsOf(publicationLanguage);
  return (text) => {
    const main = mainScript(text);
    if (main === undefined || own.includes(main)) return undefined;
    if (main === 'Arab' && PERSIAN.test(text)) return 'fa';
    return SCRIPTS.find(({ name }) => name === main)?.language;
  };
}

/** A language tag in its canonical spelling, undefined when it is none. */
export function canonicalLanguage(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}
