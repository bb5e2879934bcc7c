import * as v from 'valibot';
import { nearestName } from '../lib/edit-distance.ts';
import { canonicalLanguage } from '../lib/language.ts';
import type { Issue } from '../schema/issue.ts';
import { IMAGE_SETTINGS, SettingsInput } from '../schema/settings.ts';
import { decodeFile } from './decode-file.ts';
import { DEFAULT_IMAGES, imageSettings } from './image-settings.ts';
import type { Settings, SourceFile } from './model.ts';
import { parseYaml } from './parse-yaml.ts';
import { localPath } from './read-images.ts';
import { createReport, type Field, printableKey, type Report } from './report.ts';
import { cleanText } from './text.ts';
import { readUrl } from './urls.ts';

const DEFAULT_SETTINGS: Settings = {
  title: 'Tearsheet',
  language: 'en',
  timeZone: 'UTC',
  cutOff: 60,
  topics: [],
  links: [],
  articles: [],
  images: DEFAULT_IMAGES,
};

/** A publication's settings from `tearsheet.yaml`; a missing file and faulty keys leave the defaults. Every fault is an issue. */
export function readSettings(file: SourceFile | undefined): { settings: Settings; issues: Issue[] } {
  if (file === undefined) return { settings: DEFAULT_SETTINGS, issues: [] };
  const decoded = decodeFile(file.bytes);
  if ('fault' in decoded) {
    const report = createReport(file.path);
    report.error([], decoded.fault.replace('an article', 'settings'));
    return { settings: DEFAULT_SETTINGS, issues: report.issues };
  }
  const yaml = parseYaml(decoded.text, 1);
  const report = createReport(file.path, yaml.locate);
  for (const { field, message, place } of yaml.faults) report.error(field, message, place);
  if (yaml.faults.length > 0 || yaml.value === null) return { settings: DEFAULT_SETTINGS, issues: report.issues };
  warnOfUnknown(yaml.keys, report);
  return { settings: withDefaults(validInput(yaml.value, report), report), issues: report.issues };
}

function warnOfUnknown(
  keys: readonly { field: Field; key: string; place: () => { line: number; column: number } }[],
  report: Report,
): void {
  const known = Object.keys(SettingsInput.entries);
  for (const { field, key, place } of keys) {
    const isLink = field.length === 3 && field[0] === 'links';
    const isImages = field.length === 2 && field[0] === 'images';
    if (field.length > 1 && !isLink && !isImages) continue;
    const names = isLink ? ['label', 'url'] : isImages ? IMAGE_SETTINGS : known;
    if (names.includes(key)) continue;
    const near = printableKey(key) === undefined ? undefined : nearestName(key, names);
    const hint = near === undefined ? `Known are: ${names.join(', ')}.` : `Did you mean "${near}"?`;
    report.warn(printableKey(key) === undefined ? field.slice(0, -1) : field, `is a setting that nobody knows. ${hint}`, place());
  }
}

/** The keys without faults; each fault is reported where it stands. */
function validInput(value: unknown, report: Report): Partial<SettingsInput> {
  // The schema library takes a list for a block of keys.
  const result = v.safeParse(SettingsInput, Array.isArray(value) ? undefined : value);
  if (result.success) return result.output;
  const faulty = new Set<unknown>();
  for (const issue of result.issues) {
    const field = (issue.path ?? []).map(({ key }) => key).filter((key): key is string | number => typeof key !== 'symbol');
    faulty.add(field[0]);
    report.error(field, issue.message);
  }
  if (faulty.has(undefined)) return {};
  return Object.fromEntries(Object.entries(result.output as object).filter(([key]) => !faulty.has(key)));
}

function withDefaults(input: Partial<SettingsInput>, report: Report): Settings {
  const description = cleanText(input.description ?? '');
  const url = siteUrl(input.url, report);
  const logo = logoPath(input.logo, report);
  return {
    title: cleanText(input.title ?? '') || DEFAULT_SETTINGS.title,
    ...(description !== '' && { description }),
    language: language(input.language, report),
    timeZone: timeZone(input.timeZone, report),
    ...(url !== undefined && { url }),
    cutOff: input.cutOff ?? DEFAULT_SETTINGS.cutOff,
    topics: (input.topics ?? []).map(cleanText).filter((topic) => topic !== ''),
    ...(logo !== undefined && { logo }),
    links: (input.links ?? []).flatMap((link, index) => footerLink(link, ['links', index], report)),
    articles: input.articles ?? [],
    images: imageSettings(input.images ?? {}, report),
  };
}

function language(written: string | undefined, report: Report): string {
  if (written === undefined) return DEFAULT_SETTINGS.language;
  const tag = canonicalLanguage(written.trim());
  if (tag === undefined) report.error(['language'], 'is not a language tag. Write one as in "en" or "pt-BR".');
  return tag ?? DEFAULT_SETTINGS.language;
}

function timeZone(written: string | undefined, report: Report): string {
  if (written === undefined || isTimeZone(written)) return written ?? DEFAULT_SETTINGS.timeZone;
  report.error(['timeZone'], 'is not a time zone. Write a name of the IANA list, as in "Europe/Lisbon" or "UTC".');
  return DEFAULT_SETTINGS.timeZone;
}

/** Names alone: offsets such as +01:00 are taken by some engines only, and know no summer time. */
function isTimeZone(written: string): boolean {
  if (!/^[A-Za-z]/.test(written)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: written }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function siteUrl(written: string | undefined, report: Report): string | undefined {
  if (written === undefined) return undefined;
  const read = readUrl(written);
  if ('fault' in read) {
    report.error(['url'], read.fault);
    return undefined;
  }
  const url = new URL(read.url);
  if (url.search !== '' || url.hash !== '') {
    report.error(['url'], 'holds a ? or #. Write the address of the folder that the publication will stand in.');
    return undefined;
  }
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}

function logoPath(written: string | undefined, report: Report): string | undefined {
  if (written === undefined) return undefined;
  const read = localPath(written.trim(), '');
  if ('local' in read) return read.local;
  report.error(['logo'], read.fault);
  return undefined;
}

function footerLink(link: { label: string; url: string }, field: Field, report: Report): Settings['links'] {
  const read = readUrl(link.url);
  if ('url' in read) return [{ label: cleanText(link.label), url: read.url }];
  report.error([...field, 'url'], read.fault);
  return [];
}
