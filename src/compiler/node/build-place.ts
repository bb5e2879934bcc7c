import { randomBytes } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { isUnfinished } from './atomic-file.ts';
import { readBuildRecord } from './build-record.ts';
import { UsageError } from './command-error.ts';

/**
 * Where a build goes: `out` is a link to a folder in `.<name>.builds` beside it, so that one rename puts a whole new build in its place.
 */
export interface BuildPlace {
  out: string;
  builds: string;
  lock: string;
  /** What its pages were made from (`page-state.ts`). */
  pages: string;
  /** What a compile can rest on (`compile-state.ts`). */
  state: string;
  rests: string;
}

const LINK = 'link-';

export function buildPlace(out: string): BuildPlace {
  const builds = join(dirname(out), `.${basename(out)}.builds`);
  return {
    out,
    builds,
    lock: join(builds, 'lock'),
    pages: join(builds, 'pages'),
    state: join(builds, 'state'),
    rests: join(builds, 'rests'),
  };
}

/** Throws a UsageError when something is in the way that is no build of ours. */
export function checkPlace({ out, builds }: BuildPlace): void {
  const kind = kindOf(out);
  if (kind === 'other') throw new UsageError(`${out} is a file. Name a folder with --out, or move the file away.`);
  if (kind === 'link' && linkedBuild(out, builds) === undefined && existsSync(out)) {
    throw new UsageError(`${out} is a link to somewhere else. Remove the link, or name another folder with --out.`);
  }
  if (kind === 'folder' && readdirSync(out).length > 0 && !readBuildRecord(out)) {
    throw new UsageError(`${out} holds files that are no build of Tearsheet. Empty it, or name another folder with --out.`);
  }
}

/** A new empty folder to build into, and everything away that killed runs left. To be called under the lock. */
export function openBuild(place: BuildPlace): string {
  const current = linkedBuild(place.out, place.builds);
  const previous = currentAndBefore(place, current);
  for (const name of readdirSync(place.builds)) {
    if (![...previous, ...beside(place)].includes(name)) rmSync(join(place.builds, name), { recursive: true, force: true });
  }
  const folder = join(place.builds, `new-${randomBytes(6).toString('hex')}`);
  mkdirSync(folder);
  return folder;
}

/** Puts a finished folder in the place of what was there. Keeps the build before it, for whoever still reads from it. Returns its name. */
export function swapBuild(place: BuildPlace, folder: string): string {
  const { out, builds } = place;
  const before = linkedBuild(out, builds);
  const name = basename(folder).replace(/^new-/, '');
  renameSync(folder, join(builds, name));
  const link = join(builds, LINK + name);
  symlinkSync(join(basename(builds), name), link, 'dir');
  const aside = kindOf(out) === 'folder' ? moveAside(place) : undefined;
  renameSync(link, out);
  const kept = [name, before ?? aside, ...beside(place)];
  for (const other of readdirSync(builds)) {
    if (!kept.includes(other)) rmSync(join(builds, other), { recursive: true, force: true });
  }
  return name;
}

/** What lies beside the builds. */
const beside = ({ lock, pages, state, rests }: BuildPlace): string[] => [lock, pages, state, rests].map((path) => basename(path));

/** A build that was copied here as a plain folder cannot be replaced in one step: it is moved, and `recoverBuild` puts it back if that is where we die. */
function moveAside({ out, builds }: BuildPlace): string | undefined {
  if (readdirSync(out).length === 0) {
    rmdirSync(out);
    return undefined;
  }
  const aside = `aside-${randomBytes(6).toString('hex')}`;
  renameSync(out, join(builds, aside));
  return aside;
}

/** Puts back what a killed build had moved aside, and removes states that were half written. To be called under the lock, before anything else. */
export function recoverBuild({ out, builds }: BuildPlace): void {
  for (const name of readdirSync(builds).filter(isUnfinished)) rmSync(join(builds, name), { force: true });
  if (kindOf(out) !== 'nothing') return;
  const aside = readdirSync(builds).find((name) => name.startsWith('aside-'));
  if (aside) renameSync(join(builds, aside), out);
}

/** The newest finished build that is not linked is the one before: there is at most one, for each swap removes the others. */
function currentAndBefore({ builds }: BuildPlace, current: string | undefined): string[] {
  if (current === undefined) return [];
  const finished = readdirSync(builds).filter(
    (name) => name !== current && readBuildRecord(join(builds, name)) && !name.startsWith('new-'),
  );
  return [current, ...finished.slice(0, 1)];
}

/** The name in `builds` that `out` links to. */
function linkedBuild(out: string, builds: string): string | undefined {
  if (kindOf(out) !== 'link') return undefined;
  const target = resolve(dirname(out), readlinkSync(out));
  return dirname(target) === resolve(builds) && existsSync(target) ? basename(target) : undefined;
}

/** The folder that `out` stands for, links followed; undefined when there is none. */
export function currentBuild({ out }: BuildPlace): string | undefined {
  return existsSync(out) ? realpathSync(out) : undefined;
}

function kindOf(path: string): 'nothing' | 'link' | 'folder' | 'other' {
  try {
    const stat = lstatSync(path);
    if (stat.isSymbolicLink()) return 'link';
    return stat.isDirectory() ? 'folder' : 'other';
  } catch {
    return 'nothing';
  }
}
