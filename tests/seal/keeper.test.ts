import { expect, test } from 'vitest';
import { type Bytes, utf8 } from '../../src/seal/bytes.ts';
import { secretKey } from '../../src/seal/derive.ts';
import { keeperOf, keepingKey } from '../../src/seal/keeper.ts';
import { seeded } from '../fixtures/sealed/craft.ts';

const keeper = async (secret: Bytes, place = '/') => keeperOf(await secretKey(secret), place);

test('what a holder keeps opens for the same holder of the same site, and for nobody else', async () => {
  const [ada, bela] = [seeded(1)(32), seeded(2)(32)];
  const sealed = await (await keeper(ada)).seal(utf8('said of a draft'));
  const again = await (await keeper(ada)).open(sealed);
  expect(again && new TextDecoder().decode(again)).toBe('said of a draft');
  for (const other of [await keeper(bela), await keeper(ada, '/news/')]) {
    expect(other.name).not.toBe((await keeper(ada)).name);
    expect(await other.open(sealed)).toBeUndefined();
  }
  for (let at = 0; at < sealed.length; at += 97) {
    const bent = sealed.slice();
    bent[at] = (bent[at] ?? 0) ^ 1;
    expect(await (await keeper(ada)).open(bent)).toBeUndefined();
  }
  expect(await (await keeper(ada)).open(sealed.slice(0, 40))).toBeUndefined();
  expect(await (await keeper(ada)).open(new Uint8Array())).toBeUndefined();
});

test('each sealing is another text, and its length tells little', async () => {
  const own = await keeper(seeded(3)(32));
  const [one, other] = [await own.seal(utf8('a')), await own.seal(utf8('a'))];
  expect(Buffer.from(one).equals(other)).toBe(false);
  expect((await own.seal(utf8('b'.repeat(4000)))).length).toBe(one.length);
  for (const plain of ['', '\u0001', 'a\u0000', 'c'.repeat(4095), 'c'.repeat(4096)]) {
    const opened = await own.open(await own.seal(utf8(plain)));
    expect(opened && new TextDecoder().decode(opened)).toBe(plain);
  }
});

test('with a passphrase it opens after any change of holders, however it is typed, and at no other site', async () => {
  const site = 'https://news.example/';
  const keeperAt = async (passphrase: string, place = site) =>
    keeperOf((await keepingKey({ passphrase }, place)) as CryptoKey, '/');
  const sealed = await (await keeperAt('rabbit violin copper')).seal(utf8('said of a draft'));
  const again = await (await keeperAt(' rabbit  violin copper ')).open(sealed);
  expect(again && new TextDecoder().decode(again)).toBe('said of a draft');
  for (const other of [await keeperAt('rabbit violin cobalt'), await keeperAt('rabbit violin copper', 'https://other.example/')])
    expect(await other.open(sealed)).toBeUndefined();
  expect((await keepingKey({ passphrase: 'rabbit violin copper' }, site))?.extractable).toBe(false);
});
