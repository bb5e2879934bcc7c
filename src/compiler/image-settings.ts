import type { SettingsInput } from '../schema/settings.ts';
import type { ImageSettings } from './model.ts';
import type { Report } from './report.ts';

/** An effort of 1 makes files a seventh smaller than 0; 4 another twentieth, for ten times the time. */
export const DEFAULT_IMAGES: ImageSettings = { remote: 'hide', effort: 1, hosts: [] };

/** What an engine's address may hold; docs/pictures-from-elsewhere.md says what each stands for. */
const ENGINE_WORDS = ['url', 'url64', 'width', 'signature', 'thumbor'];

/** The settings below `images:`, with their defaults. A faulty one is reported and left out. */
export function imageSettings(input: NonNullable<SettingsInput['images']>, report: Report): ImageSettings {
  const mirror = template('mirror', input.mirror, ['url', 'url64'], report);
  const engine = template('engine', input.engine, ENGINE_WORDS, report);
  const proxy = proxySetting(input.proxy, report);
  return {
    remote: input.remote ?? DEFAULT_IMAGES.remote,
    effort: input.effort ?? DEFAULT_IMAGES.effort,
    hosts: (input.hosts ?? []).flatMap((host, index) => namedHost(host, index, report)),
    ...(proxy !== undefined && { proxy }),
    ...(mirror !== undefined && { mirror }),
    ...(engine !== undefined && { engine }),
  };
}

/** `host:port` as `URL` writes a host, IPv6 in brackets. */
function namedHost(written: string, index: number, report: Report): string[] {
  const text = written.trim();
  const port = /:(\d{1,5})$/.exec(text)?.[1];
  const url =
    port !== undefined && !/[/?#@\s]/.test(text) && URL.canParse(`http://${text}`) ? new URL(`http://${text}`) : undefined;
  if (url !== undefined && Number(port) > 0) return [`${url.hostname}:${Number(port)}`];
  report.error(['images', 'hosts', index], 'is no host with a port. Write it as in "pictures.example:8080".');
  return [];
}

/** An address in which words stand in braces; one of url and url64 must be there. */
function template(key: 'mirror' | 'engine', written: string | undefined, words: string[], report: Report): string | undefined {
  if (written === undefined) return undefined;
  const text = written.trim();
  const tell = (fault: string): undefined => void report.error(['images', key], fault);
  const used = [...text.matchAll(/\{(\w*)\}/g)].map(([, word = '']) => word);
  if (used.some((word) => !words.includes(word))) {
    return tell(`holds a word in braces that nobody knows. Known are: ${words.map((word) => `{${word}}`).join(', ')}.`);
  }
  if (!used.includes('url') && !used.includes('url64'))
    return tell('does not say where the picture goes. Write {url} where its address belongs.');
  const host = /^https?:\/\/([^/?#]+)[/?#]/i.exec(text)?.[1];
  const address = text.replace(/\{\w+\}/g, '1');
  if (host === undefined || /[{}@*;,'"\s]/.test(host) || !URL.canParse(address))
    return tell('is not a web address. Write one that begins with https:// and a host, without braces in the host.');
  return text;
}

function proxySetting(written: string | undefined, report: Report): string | undefined {
  const text = written?.trim();
  if (text === undefined || /^[A-Za-z_]\w*$/.test(text) || (/^http:\/\//i.test(text) && URL.canParse(text))) return text;
  report.error(['images', 'proxy'], 'is neither an address that begins with http:// nor the name of an environment variable.');
  return undefined;
}
