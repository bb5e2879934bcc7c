import type { Settings } from './model.ts';

const NOT_ARTICLES = /^(?:readme|license|contributing|changelog|code_of_conduct)\.md$/i;
const CLOSED_FOLDERS: ReadonlySet<string> = new Set(['_data', 'assets', 'node_modules']);

/** Whether the file at a path (relative to the content folder, `/` between segments) is an article. */
export function isArticlePath(path: string, settings: Pick<Settings, 'articles'>): boolean {
  const folders = path.split('/');
  const name = folders.pop() ?? '';
  if (!/\.md$/i.test(name) || name.startsWith('.') || NOT_ARTICLES.test(name)) return false;
  if (folders.some((folder) => folder.startsWith('.') || CLOSED_FOLDERS.has(folder))) return false;
  return isWanted(path, settings.articles);
}

/** Globs in order, the last that matches decides; `!` excludes. Without one that includes, everything is wanted at first. */
function isWanted(path: string, globs: readonly string[]): boolean {
  let wanted = globs.every((glob) => glob.startsWith('!'));
  for (const glob of globs) {
    const excludes = glob.startsWith('!');
    if (globPattern(excludes ? glob.slice(1) : glob).test(path)) wanted = !excludes;
  }
  return wanted;
}

/** `**` any folders, `*` and `?` within one name; a folder stands for all in it. */
export function globPattern(glob: string): RegExp {
  const whole = glob.replace(/^\.?\//, '').replace(/\/$/, '/**');
  const source = whole
    .split(/(\*\*\/|\*\*|\*|\?)/)
    .map((part) => {
      if (part === '**/') return '(?:[^/]+/)*';
      if (part === '**') return '.*';
      if (part === '*') return '[^/]*';
      return part === '?' ? '[^/]' : part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
    })
    .join('');
  return new RegExp(`^${source}$`, 'u');
}
