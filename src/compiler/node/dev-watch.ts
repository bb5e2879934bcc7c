import { join, sep } from 'node:path';
import type { ViteDevServer } from 'vite';
import type { Issue } from '../../schema/issue.ts';
import type { DevContent, DevRequest, makeDevContent } from './dev-content.ts';
import { fileIssue } from './file-issue.ts';

/** An editor writes a file in several steps: wait until it is quiet, in ms. */
const QUIET = 30;
/** A rename is a removal and, some time later, an addition: on screen the article should not be gone in between. */
const QUIET_AFTER_REMOVAL = 150;

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
  let good: DevContent | undefined;
  let issues: Issue[] = [];
  const compile = async (): Promise<void> => {
    const made = await attempt(server, request);
    issues = made.issues;
    if (made.content) {
      good = made.content;
      hot.send('tearsheet:content', {});
    } else {
      hot.send('tearsheet:faults', { issues });
      server.config.logger.error(
        issues.map(({ path, line, column, message }) => `${path}:${line}:${column}  ${message}`).join('\n'),
      );
    }
  };
  let running = compile();
  let timer: NodeJS.Timeout | undefined;
  onChange(server, request, (isRemoval) => {
    clearTimeout(timer);
    timer = setTimeout(
      () => {
        running = running.then(compile);
      },
      isRemoval ? QUIET_AFTER_REMOVAL : QUIET,
    );
  });
  hot.on('tearsheet:ready', (_data, client) => {
    if (issues.length > 0) client.send('tearsheet:faults', { issues });
  });
  return {
    current: async () => {
      await running;
      return good;
    },
  };
}

/**
 * The compiler comes through Vite, so that a change of its own code is taken up without a restart, which pages would notice.
 * A fault of the compiler itself must not end the server: it is shown like an issue.
 */
async function attempt(server: ViteDevServer, request: DevRequest): ReturnType<typeof makeDevContent> {
  try {
    const compiler = await server.ssrLoadModule('/src/compiler/node/dev-content.ts');
    return await (compiler['makeDevContent'] as typeof makeDevContent)(request);
  } catch (error) {
    return { issues: [fileIssue('.', error instanceof Error ? (error.stack ?? error.message) : String(error))] };
  }
}

function onChange(server: ViteDevServer, { root, content }: DevRequest, changed: (isRemoval: boolean) => void): void {
  const places = [content, ...['compiler', 'schema', 'lib'].map((name) => join(root, 'src', name)), join(root, 'index.html')];
  server.watcher.add(content);
  server.watcher.on('all', (event, path) => {
    if (places.some((place) => path === place || path.startsWith(place + sep))) changed(event.startsWith('unlink'));
  });
}
