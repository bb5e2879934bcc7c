import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { built, compile, difference, type Site, wasWhole } from './changing-site.ts';
import { image, photo, withImages } from './picture-place.ts';
import { article, articles, tree, writeFiles } from './run-cli.ts';

const AT = { at: '2019-02-01T00:00:00Z' };
const showing = (slug: string, ...names: string[]): string =>
  withImages(slug, names.map((name) => image(`/pictures/${name}.jpg`, '')).join(''), AT);
const from = (slug: string, domain: string): string =>
  article(slug, { ...AT, provider: { name: domain, domain } }).replace(
    'provider:',
    `provider:\n  images:\n    - url: "/assets/logos/${domain}.png"\n      width: 400\n      height: 400`,
  );

/** How many pictures the build holds, each in two formats and three widths, and how many logos. */
function counts({ out }: Site): { pictures: number; logos: number } {
  const ids = new Map<string, string[]>();
  for (const path of tree(out).keys()) {
    const [, id, format = ''] = /^img\/(\w+)-\d+\.(\w+)$/.exec(path) ?? [];
    if (id !== undefined) ids.set(id, [...(ids.get(id) ?? []), format]);
  }
  const pictures = [...ids.values()].filter((formats) => formats.includes('avif'));
  expect(pictures.map((formats) => formats.length)).toEqual(pictures.map(() => 6));
  return { pictures: pictures.length, logos: ids.size - pictures.length };
}

/** A small compile, after which the site is what a build makes. */
function compileSmall(site: Site): void {
  const run = compile(site);
  expect([run.code, wasWhole(run)], run.stderr).toEqual([0, false]);
  expect(difference(site)).toEqual([]);
}

const remove = (site: Site, ...slugs: string[]): void => {
  for (const slug of slugs) rmSync(join(site.content, `${slug}.md`));
};

test('a picture goes with the last article that shows it, and not before', async () => {
  const [red, blue, green] = [await photo('#c33'), await photo('#33c'), await photo('#3c3')];
  const site = built(
    {
      ...articles(3, AT),
      'alone.md': showing('alone', 'red'),
      'both.md': showing('both', 'blue', 'green'),
      'other.md': showing('other', 'blue'),
      // Another path, the same bytes.
      'twin.md': showing('twin', 'green-too'),
      'text.md': article('text', { ...AT, body: '![Red](/pictures/red.jpg)\n' }),
    },
    { 'pictures/red.jpg': red, 'pictures/blue.jpg': blue, 'pictures/green.jpg': green, 'pictures/green-too.jpg': green },
  );
  expect(counts(site)).toEqual({ pictures: 3, logos: 0 });
  remove(site, 'alone', 'both');
  compileSmall(site);
  expect(counts(site).pictures).toBe(3);
  // Told anew without it, and held back.
  writeFiles(site.content, {
    'text.md': article('text', AT),
    'twin.md': showing('twin', 'green-too').replace('published: true', 'published: false'),
  });
  compileSmall(site);
  expect(counts(site).pictures).toBe(1);
  remove(site, 'other');
  compileSmall(site);
  expect(counts(site).pictures).toBe(0);
  writeFileSync(join(site.content, 'other.md'), showing('other', 'red', 'blue'));
  compileSmall(site);
  expect(counts(site).pictures).toBe(2);
});

test("a logo goes with its provider's last article; the publication's own stays", async () => {
  const [harbour, own] = [await photo('#334'), await photo('#433')];
  const logos = 'assets/logos';
  const site = built(
    {
      ...articles(3, AT),
      'one.md': from('one', 'shared.example'),
      'two.md': from('two', 'shared.example'),
      'three.md': from('three', 'own.example'),
      'tearsheet.yaml': `title: "Ours"\nlogo: ${logos}/own.example.png\n`,
    },
    { [`${logos}/shared.example.png`]: harbour, [`${logos}/own.example.png`]: own },
  );
  expect(counts(site)).toEqual({ pictures: 0, logos: 2 });
  remove(site, 'one', 'three');
  compileSmall(site);
  expect(counts(site).logos).toBe(2);
  remove(site, 'two');
  compileSmall(site);
  expect(counts(site).logos).toBe(1);
});
