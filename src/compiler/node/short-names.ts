import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Short class names: letters for the style module, a number for the class in it. They stand in every page, many times. */
export interface ShortNames {
  /** file: a style module's path, with or without a query. name: a class as the file writes it. */
  nameOf: (name: string, file: string) => string;
  /** The letters of the module `<name>.module.css`. */
  lettersOf: (name: string) => string;
}

const ENDING = '.module.css';

/** The same names each time for the same style sheets, so that pages made ahead and the script agree. Throws when two modules have one name. */
export function shortNames(root: string): ShortNames {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith(ENDING));
  const modules = new Map<string, { letters: string; classes: string[] }>();
  const byName = files.sort((a, b) => (basename(a) < basename(b) ? -1 : 1));
  byName.forEach((file, at) => {
    const name = basename(file, ENDING);
    if (modules.has(name)) throw new Error(`Two style modules are called ${name}${ENDING}: give one another name.`);
    const text = readFileSync(join(root, 'src', file), 'utf8');
    const classes = [...new Set([...text.matchAll(/\.([a-zA-Z][\w-]*)/g)].map(([, each = '']) => each))];
    modules.set(name, { letters: lettersFor(at), classes });
  });
  const moduleOf = (name: string) => modules.get(name) ?? fail(name);
  return {
    nameOf: (name, file) => {
      const { letters, classes } = moduleOf(basename(file.replace(/\?.*$/, ''), ENDING));
      return letters + classes.indexOf(name);
    },
    lettersOf: (name) => moduleOf(name).letters,
  };
}

const lettersFor = (at: number): string => String.fromCharCode(97 + Math.floor(at / 26), 97 + (at % 26));

function fail(name: string): never {
  throw new Error(`There is no style module ${name}${ENDING} in src.`);
}
