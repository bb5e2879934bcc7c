import { readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeReviewers } from '../../src/compiler/node/reviewers-file.ts';
import { hex } from '../../src/seal/bytes.ts';
import { randomBytes } from '../../src/seal/derive.ts';
import { writeFiles } from './run-cli.ts';
import { aboutOf, draft, entriesOf, folderWith, opened, openSealed, pathsOf, sealContent, shared } from './sealed-content.ts';

describe('sealing again', () => {
  const one = (i: number) => {
    const secured = Buffer.from(randomBytes(15_000)).toString('base64');
    return draft(`d-${i}`, `\nsecured: "${secured}"`, { at: new Date(Date.UTC(2022, 4, i)).toISOString() });
  };
  const many = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`d-${i}.md`, one(i)]));

  test('changes nothing where nothing changed', async () => {
    const { content, root } = folderWith(many);
    const before = await sealContent(content, root);
    // Names are hashes of what is in them.
    expect(pathsOf(await sealContent(content, root))).toEqual(pathsOf(before));
  });

  test('after one verdict writes the index and few parts, and the old ones do not stay', async () => {
    const { content, root, link } = folderWith(many);
    const before = await sealContent(content, root);
    writeFileSync(join(content, 'd-7.md'), many['d-7.md']?.replace('published: false', 'published: true') ?? '');
    const after = await sealContent(content, root);
    expect(aboutOf(await opened(after, link)).drafts).toBe(39);
    expect(before.size).toBeGreaterThan(20);
    expect(shared(before, after).length).toBeGreaterThan(before.size / 2);
    expect(new Set(readdirSync(join(root, '.cache/preview')))).toEqual(
      new Set([
        ...pathsOf(after)
          .filter((path) => path.endsWith('.sealed'))
          .map((path) => path.slice(8)),
        'state.json',
      ]),
    );
  });

  test('with a new content key each time that something changed', async () => {
    const { content, root, link } = folderWith(many);
    const ids = [hex((await opened(await sealContent(content, root), link)).id)];
    writeFileSync(join(content, 'tearsheet.yaml'), 'title: Another\n');
    ids.push(hex((await opened(await sealContent(content, root), link)).id));
    rmSync(join(content, 'd-1.md'));
    ids.push(hex((await opened(await sealContent(content, root), link)).id));
    expect(new Set(ids).size).toBe(3);
  });

  test('for other reviewers seals everything anew: who was removed is refused, the others go on', async () => {
    const { content, root, reviewers, links } = folderWith(many, ['Ada', 'Bela', 'Cleo']);
    const before = await sealContent(content, root);
    writeReviewers(content, reviewers.slice(1));
    const after = await sealContent(content, root);
    expect(shared(before, after)).toEqual([]);
    expect(await Promise.all(links.map(async (link) => (await openSealed(after, link)) !== undefined))).toEqual([
      false,
      true,
      true,
    ]);
    // What was downloaded before still opens: nobody can call it back.
    expect(await openSealed(before, links[0] ?? { passphrase: '' })).toBeDefined();
  });

  test('without the state of the last time seals everything anew', async () => {
    const { content, root, link } = folderWith(many);
    const before = await sealContent(content, root);
    rmSync(join(root, '.cache/preview/state.json'));
    const after = await sealContent(content, root);
    expect(shared(before, after)).toEqual([]);
    expect(await entriesOf(await opened(after, link))).toHaveLength(40);
  });

  test.each([
    ['nothing', () => ''],
    ['half of it', (text: string) => text.slice(0, text.length / 2)],
    ['another holder', (text: string) => text.replace(/"holders":"\w{4}/, '"holders":"0000')],
    ['another index', (text: string) => text.replace(/"index":"\w{4}/, '"index":"0000')],
    ['other hashes', (text: string) => text.replace(/"hash":"\w{4}/g, '"hash":"0000')],
  ])('with a state that holds %s gives a whole preview', async (_, damage) => {
    const { content, root, link } = folderWith(many);
    await sealContent(content, root);
    const state = join(root, '.cache/preview/state.json');
    writeFileSync(state, damage(readFileSync(state, 'utf8')));
    expect(await entriesOf(await opened(await sealContent(content, root), link))).toHaveLength(40);
  });

  test('with sealed files that were cut off, damaged or taken away gives a whole preview', async () => {
    const { content, root, link } = folderWith(many);
    const cache = join(root, '.cache/preview');
    const names = [...(await sealContent(content, root)).keys()]
      .filter((path) => path.endsWith('.sealed'))
      .map((path) => path.slice(8));
    names.forEach((name, i) => {
      if (i % 3 === 0) rmSync(join(cache, name));
      else if (i % 3 === 1) writeFileSync(join(cache, name), '');
      else writeFileSync(join(cache, name), Buffer.concat([readFileSync(join(cache, name)).subarray(1), Buffer.from('x')]));
    });
    expect(await entriesOf(await opened(await sealContent(content, root), link))).toHaveLength(40);
  });

  test('remembers hashes alone, no text, and not such as could be guessed', async () => {
    const { content, root } = folderWith({ 'd.md': draft('d', '', { title: 'Words that nobody knows' }) });
    await sealContent(content, root);
    const state = readFileSync(join(root, '.cache/preview/state.json'), 'utf8');
    expect(state).not.toMatch(/Words|nobody|Ada/);
    expect(JSON.stringify(Object.keys(JSON.parse(state).parts))).toMatch(/^\["queue ","drafts "\]$/);
    const other = folderWith({ 'd.md': draft('d', '', { title: 'Words that nobody knows' }) });
    await sealContent(other.content, other.root);
    const hashes = (text: string) => Object.values<{ hash: string }>(JSON.parse(text).parts).map(({ hash }) => hash);
    const same = readFileSync(join(other.root, '.cache/preview/state.json'), 'utf8');
    expect(hashes(same).filter((hash) => hashes(state).includes(hash))).toEqual([]);
  });

  test('lets go of what was sealed for another folder two months ago', async () => {
    const { content, root } = folderWith({});
    const [old, recent] = ['old', 'recent'].map((name) => join(root, '.cache', name));
    for (const folder of [old, recent]) writeFiles(folder ?? '', { 'state.json': '{}' });
    const then = new Date(Date.now() - 61 * 86_400_000);
    utimesSync(old ?? '', then, then);
    await sealContent(content, root);
    expect(readdirSync(join(root, '.cache')).sort()).toEqual(['preview', 'recent']);
  });
});
