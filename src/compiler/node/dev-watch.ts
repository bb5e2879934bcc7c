import { existsSync, realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { ViteDevServer } from 'vite';
import type { Issue } from '../../schema/issue.ts';
import type { DevContent, DevRequest, DevUpdate } from './dev-content.ts';
import { fileIssue } from './file-issue.ts';
import { watchFolder } from './folder-watcher.ts';

/** An editor writes a file in several steps: wait until it is quiet, in ms. */
const QUIET = 30;
/** A rename is a removal and, some time later, an addition: on screen the article should not be gone in between. */
const QUIET_AFTER_REMOVAL = 150;
/** After a change, and then again and again, the folder is looked through for what nobody told of. */
const SOON = 1000;
const LATER = 60_000;

export interface LiveContent {
  /** The last good state, once the first compile is over. Undefined when none has been good yet. */
  current: () => Promise<DevContent | undefined>;
}

/**
 * Keeps a content folder compiled. Tells the pages: `tearsheet:content` after a change, `tearsheet:faults` with issues while it
 * cannot be compiled; then the last good state stays. A page that says `tearsheet:ready` is told of the faults there are.
 */
export function watchContent(server: ViteDevServer, request: DevRequest): LiveContent {
  const hot = server.environments.client.hot;
  const compiler = createCompiler(server, request);
  let issues: Issue[] = [];
  let due = Number.POSITIVE_INFINITY;
  const tell = ({ errors, isChanged, due: next }: DevUpdate): void => {
    due = next ?? Number.POSITIVE_INFINITY;
    if (!isChanged && String(errors.map(lineOf)) === String(issues.map(lineOf))) return;
    issues = errors;
    if (errors.length === 0) return hot.send('tearsheet:content', {});
    hot.send('tearsheet:faults', { issues });
    server.config.logger.error(errors.map(lineOf).join('\n'));
  };
  let running: Promise<void> = Promise.resolve();
  const events = gather(server, request, {
    changed: (paths) => {
      running = running.then(() => compiler.update(paths)).then(tell);
    },
    due: () => due,
    codeChanged: () => compiler.forget(),
  });
  running = compiler.update(undefined).then(tell);
  hot.on('tearsheet:ready', (_data, client) => {
    if (issues.length > 0) client.send('tearsheet:faults', { issues });
  });
  server.httpServer?.once('close', events.close);
  return {
    current: async () => {
      await running;
      return compiler.good();
    },
  };
}

const lineOf = ({ path, line, column, message }: Issue): string => `${path}:${line}:${column}  ${message}`;

/**
 * The compiler comes through Vite, so that a change of its own code is taken up without a restart, which pages would notice.
 * A fault of the compiler itself must not end the server: it is shown like an issue.
 */
function createCompiler(server: ViteDevServer, request: DevRequest) {
  let content: DevContent | undefined;
  let good: DevContent | undefined;
  const load = async (): Promise<DevContent> => {
    const module = await server.ssrLoadModule('/src/compiler/node/dev-content.ts');
    return new (module['DevContent'] as typeof DevContent)(request);
  };
  return {
    update: async (paths: readonly string[] | undefined): Promise<DevUpdate> => {
      try {
        content ??= await load();
        const update = await content.update(paths);
        if (content.isGood) good = content;
        return update;
      } catch (error) {
        content = undefined;
        const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
        return { errors: [fileIssue('.', text)], isChanged: true };
      }
    },
    /** Its code is another: nothing that the old one made is taken over. */
    forget: (): void => {
      content = undefined;
    },
    good: () => good,
  };
}

interface Listener {
  /** paths: in the content folder; undefined when it is to be looked through. */
  changed: (paths: readonly string[] | undefined) => void;
  /** When something is to be done by itself, in ms since 1970. */
  due: () => number;
  codeChanged: () => void;
}

/** Not by Vite's own watcher, which looks through a whole folder of thousands for each file that comes. */
function gather(server: ViteDevServer, { root, content }: DevRequest, listener: Listener): { close: () => void } {
  let names = new Set<string>();
  let isKnown = true;
  let timer: NodeJS.Timeout | undefined;
  let looked = Date.now();
  let look = looked + LATER;
  const flush = (): void => {
    if (!isKnown) folders.sync();
    listener.changed(isKnown ? [...names] : undefined);
    [names, isKnown] = [new Set(), true];
    look = Date.now() + SOON;
  };
  const arm = (isRemoval: boolean): void => {
    clearTimeout(timer);
    timer = setTimeout(flush, isRemoval ? QUIET_AFTER_REMOVAL : QUIET);
  };
  const folders = watchFolder(content, (name, folder) => {
    const path = pathIn(content, folder, name);
    if (path === undefined) isKnown = false;
    else names.add(path);
    arm(!existsSync(join(folder, name)));
  });
  folders.sync();
  const code = [...['compiler', 'schema', 'lib'].map((name) => join(root, 'src', name)), join(root, 'index.html')];
  server.watcher.on('all', (_, path) => {
    if (!code.some((place) => path === place || path.startsWith(place + sep))) return;
    isKnown = false;
    listener.codeChanged();
    arm(false);
  });
  const clock = setInterval(() => {
    const now = Date.now();
    if (now < Math.min(look, listener.due(), folders.blind() === undefined ? look : looked + 2 * SOON)) return;
    folders.sync();
    listener.changed(undefined);
    looked = now;
    look = now + LATER;
  }, SOON / 2);
  return {
    close: () => {
      clearTimeout(timer);
      clearInterval(clock);
      folders.close();
    },
  };
}

/** Relative to the content folder; undefined when only a look at it tells. */
function pathIn(content: string, folder: string, name: string): string | undefined {
  if (name === '' || !/\.md$/i.test(name)) return undefined;
  try {
    const path = relative(realpathSync(content), join(folder, name)).replaceAll(sep, '/');
    return path.startsWith('..') ? undefined : path;
  } catch {
    return undefined;
  }
}
