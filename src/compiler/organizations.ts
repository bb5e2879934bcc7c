import * as v from 'valibot';
import type { Issue } from '../schema/issue.ts';
import { readDataFile } from './data-file.ts';
import type { Organization, SourceFile } from './model.ts';
import { readImages } from './read-images.ts';
import { readObject } from './read-object.ts';
import { cleanText } from './text.ts';
import { readDomain } from './urls.ts';

const text = v.nullish(v.string('is not text. Put it in double quotes.'));
const OrganizationInput = v.looseObject({
  _id: text,
  name: text,
  domain: text,
  images: v.nullish(v.array(v.unknown(), 'is not a list. Write each picture after a hyphen.')),
});

/** Providers of `_data/organizations` by their domain. Read leniently: faults are warnings, and leave the entry out. */
export function readOrganizations(files: readonly SourceFile[]): {
  organizations: ReadonlyMap<string, Organization>;
  issues: Issue[];
} {
  const organizations = new Map<string, Organization>();
  const issues: Issue[] = [];
  for (const file of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    const organization = readOrganization(file, issues);
    if (organization !== undefined && !organizations.has(organization.domain))
      organizations.set(organization.domain, organization);
  }
  return { organizations, issues };
}

function readOrganization(file: SourceFile, issues: Issue[]): Organization | undefined {
  const { value, report } = readDataFile(file);
  const read = (): Organization | undefined => {
    if (value === undefined) return undefined;
    const input = readObject(OrganizationInput, value, [], report.warn);
    if (input === undefined) return undefined;
    const domain = [input.domain, input['_id']].flatMap((written) => readDomain(written ?? '') ?? []).at(0);
    if (domain === undefined) {
      report.warn(
        ['domain'],
        'is missing or is not a domain, so that no provider can be found by it. Write it as in "example.org".',
      );
      return undefined;
    }
    const images = readImages(input.images ?? [], ['images'], file.path, report, report.warn);
    return { name: cleanText(input.name ?? '') || domain, domain, images };
  };
  const organization = read();
  issues.push(...report.issues);
  return organization;
}
