import { ProviderInput } from '../schema/front-matter.ts';
import type { Organization, SourceImage, SourceProvider } from './model.ts';
import { readImages } from './read-images.ts';
import { readObject } from './read-object.ts';
import type { Field, Report } from './report.ts';
import { cleanText } from './text.ts';
import { readDomain } from './urls.ts';

export type Organizations = ReadonlyMap<string, Organization>;

interface Context {
  from: string;
  url: string | undefined;
  report: Report;
}

/**
 * Who published a story: from its `provider` block, completed by `_data/organizations`, else by the host of its address.
 * Undefined when none of them names anybody; `tell` then has not been called for that. from: the file's path.
 */
export type ProviderReader = (raw: unknown, field: Field, context: Context, tell: Report['error']) => SourceProvider | undefined;

const MOST_KNOWN = 2000;
const LONGEST_KNOWN = 1000;

/** Remembers providers that were read without a fault: a publication has few of them. */
export function createProviderReader(organizations: Organizations): ProviderReader {
  const known = new Map<string, SourceProvider>();
  return (raw, field, context, tell) => {
    const { from, report } = context;
    if (typeof raw !== 'object' || raw === null) return readProvider(raw, field, context, organizations, tell);
    // Pictures may be named from the file's folder.
    const key = `${from.slice(0, from.lastIndexOf('/') + 1)}\n${JSON.stringify(raw)}`;
    const before = known.get(key);
    if (before) return before;
    const faults = report.issues.length;
    const provider = readProvider(raw, field, context, organizations, tell);
    // Without a domain the name may be the address's; and what is no number stands in the key as null.
    const isWhole = provider?.domain !== undefined && report.issues.length === faults && !key.includes('null');
    if (!isWhole || key.length > LONGEST_KNOWN) return provider;
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, provider);
    return provider;
  };
}

function readProvider(
  raw: unknown,
  field: Field,
  { from, url, report }: Context,
  organizations: Organizations,
  tell: Report['error'],
): SourceProvider | undefined {
  const input = (raw === null || raw === undefined ? {} : readObject(ProviderInput, raw, field, tell)) ?? {};
  const written = input.domain ?? input.id ?? undefined;
  const domain = written === undefined || written.trim() === '' ? undefined : readDomain(written);
  if (written !== undefined && written.trim() !== '' && domain === undefined) {
    const key = typeof input.domain === 'string' ? 'domain' : 'id';
    report.warn([...field, key], 'is not a domain. Write it as in "example.org"; the provider is shown without one.');
  }
  const organization = domain === undefined ? undefined : organizations.get(domain);
  const name = cleanText(input.name ?? '') || organization?.name || domain || hostOf(url);
  if (name === undefined) return undefined;
  const images = logos(readImages(input.images ?? [], [...field, 'images'], from, report, tell), organization?.images ?? []);
  return { name, ...(domain !== undefined && { domain }), images };
}

const hostOf = (url: string | undefined): string | undefined =>
  url === undefined ? undefined : new URL(url).hostname.replace(/^www\./, '');

/** Own logos first; the organization's join when none of the own ones lies in the content folder. */
const logos = (own: SourceImage[], organizations: readonly SourceImage[]): SourceImage[] =>
  own.some(({ local }) => local !== undefined) ? own : [...own, ...organizations];
