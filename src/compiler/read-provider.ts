import { ProviderInput } from '../schema/front-matter.ts';
import type { Organization, SourceImage, SourceProvider } from './model.ts';
import { readImages } from './read-images.ts';
import { readObject } from './read-object.ts';
import type { Field, Report } from './report.ts';
import { cleanText } from './text.ts';
import { readDomain } from './urls.ts';

export type Organizations = ReadonlyMap<string, Organization>;

/**
 * Who published a story: from its `provider` block, completed by `_data/organizations`, else by the host of its address.
 * Undefined when none of them names anybody; `tell` then has not been called for that.
 */
export function readProvider(
  raw: unknown,
  field: Field,
  context: { from: string; organizations: Organizations; url: string | undefined; report: Report },
  tell: Report['error'],
): SourceProvider | undefined {
  const { from, organizations, url, report } = context;
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
