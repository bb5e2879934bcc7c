import { type LookupAddress, lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { isForbiddenAddress } from './forbidden-address.ts';

/** What a fetch may do. bytes: of a body. seconds: from the first byte sent to the last one read, redirects included. */
export interface FetchRules {
  bytes: number;
  seconds: number;
  redirects: number;
  ports: readonly number[];
  /** `host:port`, allowed whatever their port and address. */
  hosts: readonly string[];
  /** Its address; what it may reach is its own affair. */
  proxy?: URL;
  resolve: Resolve;
}

export type Resolve = (host: string) => Promise<LookupAddress[]>;

const systemResolve: Resolve = (host) =>
  new Promise((done, fail) => systemLookup(host, { all: true }, (error, found) => (error ? fail(error) : done(found))));

export const FETCH_RULES: FetchRules = {
  bytes: 8 * 1_048_576,
  seconds: 10,
  redirects: 3,
  ports: [80, 443],
  hosts: [],
  resolve: systemResolve,
};

/** A connection that the rules do not allow. Its message is a sentence for people. */
export class Forbidden extends Error {
  override name = 'Forbidden';
}

const PRIVATE = 'It leads to an address that is not on the public internet.';

export const portOf = (url: URL): number => (url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port));
const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');
const isNamed = (url: URL, rules: FetchRules): boolean => rules.hosts.includes(`${url.hostname}:${portOf(url)}`);

/** Throws Forbidden for an address that must not be asked. What its name stands for is looked at when it is connected to. */
export function checkUrl(url: URL, rules: FetchRules): void {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new Forbidden('It is neither http nor https.');
  if (url.username !== '' || url.password !== '') throw new Forbidden('It holds a user name or password.');
  if (isNamed(url, rules)) return;
  if (!rules.ports.includes(portOf(url))) throw new Forbidden(`It asks for port ${portOf(url)}.`);
  // For an address as such node asks no resolver, so that the guard below would not see it.
  if (isIP(hostOf(url)) !== 0 && isForbiddenAddress(hostOf(url))) throw new Forbidden(PRIVATE);
}

/**
 * A resolver for one connection: what it answers is what is connected to, so that nothing can change in between. One
 * forbidden address among several refuses them all.
 */
export function guardedLookup(url: URL, rules: FetchRules): LookupFunction {
  return (host, options, callback) => {
    rules.resolve(host).then(
      (found) => {
        const fitting = found.filter(({ family }) => !options.family || options.family === family);
        const [first] = fitting;
        if (!first) return callback(Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), '', 4);
        if (!isNamed(url, rules) && found.some(({ address }) => isForbiddenAddress(address)))
          return callback(new Forbidden(PRIVATE), '', 4);
        if (options.all) callback(null, fitting);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 4),
    );
  };
}
