import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FrontMatter, ImageInput, ProviderInput, RelatedInput } from '../../../src/schema/front-matter.ts';
import { RESERVED_SEGMENTS } from '../../../src/schema/paths.ts';
import { SettingsInput } from '../../../src/schema/settings.ts';
import { errorsOf, outcomeOf } from './read-one.ts';

const page = readFileSync('docs/article-format.md', 'utf8');

describe('docs/article-format.md', () => {
  it('has an article for example that is public and without a fault', () => {
    const example = /```\n(---\n[\s\S]*?)```/.exec(page)?.[1] ?? '';
    expect(outcomeOf(example)).toBe('public');
    expect([...errorsOf(example), ...errorsOf(example, 'warning')]).toEqual([]);
  });

  it('names every key that an article, its parts and the settings may have', () => {
    for (const schema of [FrontMatter, RelatedInput, ProviderInput, ImageInput, SettingsInput]) {
      for (const key of Object.keys(schema.entries)) expect(page).toContain(`\`${key}\``);
    }
  });

  it('names every category that is taken', () => {
    const row = page.split('\n').find((line) => line.startsWith('| `category`')) ?? '';
    for (const name of RESERVED_SEGMENTS) expect(row).toMatch(new RegExp(`[ ,]${name}[,. ]`));
  });
});
