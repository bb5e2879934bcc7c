import { editDistance } from '../lib/edit-distance.ts';
import { foldForEye, foldLines } from './look-alikes.ts';
import { hasKey, type ParsedYaml } from './parse-yaml.ts';
import { printableKey, type Report } from './report.ts';
import type { FrontMatterParts } from './split-front-matter.ts';

/** Lines that belong above the closing fence: below it they would be shown, and what they say would not be heard. */
const STRAYED = /^[ \t]*["']?(?:(?:quality|heat)["']?[ \t]*[:=][ \t]*["']?-?\d[\d.]*["']?[ \t]*$|secured["']?[ \t]*:)/gm;
const COMMENTED = /(?<=#[^\n]{0,200})\b(?:quality|heat)["']?[ \t]*[:=][ \t]*["']?-?\d/g;

/**
 * A score keeps an article without `published` from the public. So a score that nothing reads, misspelled, indented into
 * another block, commented out or below the front matter, is an error like a misspelled `published`.
 */
export function checkScores(yaml: ParsedYaml, parts: FrontMatterParts, report: Report): void {
  tellLines(parts.body, STRAYED, parts.bodyLine, report);
  if (['published', 'quality', 'score', 'heat'].some((key) => hasKey(yaml, key))) return;
  tellLines(parts.yaml, COMMENTED, 2, report);
  for (const { field, key, place } of yaml.keys) {
    // Entries of related have scores of their own.
    const isEntrys = field.length === 3 && field[0] === 'related' && /^(?:quality|score|heat)$/.test(key);
    if (isEntrys || !isScore(key)) continue;
    const message =
      'looks like a score and stands where nothing reads it, in an article that does not say "published". Write published: true or false.';
    report.error(printableKey(key) === undefined ? field.slice(0, -1) : field, message, place());
  }
}

function isScore(key: string): boolean {
  if (key.length > 20) return false;
  const word = foldForEye(key).replace(/[^\p{L}\p{N}]/gu, '');
  return word === 'heat' || word === 'score' || editDistance(word, 'quality', 2) <= 2;
}

function tellLines(text: string, pattern: RegExp, firstLine: number, report: Report): void {
  if (text.trim() === '') return;
  const folded = foldLines(text);
  for (const { index } of folded.matchAll(pattern)) {
    const message =
      'This line looks like a key of the front matter and is none here. Move it between the --- lines, to the left margin, or word it differently.';
    report.error([], message, { line: firstLine + folded.slice(0, index).split('\n').length - 1, column: 1 });
  }
}
