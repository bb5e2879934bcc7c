import { articleFiles } from '../article-outputs.ts';
import type { TextOutput } from '../model.ts';
import type { Resolver } from '../resolve.ts';
import type { Row } from './memory.ts';
import type { Places } from './places.ts';

/**
 * The files that hold what an article's own source says, of those whose source is new: made when somebody asks for their names, and held
 * until they are taken. Fills in rows.
 */
export class OwnFiles {
  readonly #places: Places;
  readonly #resolver: Resolver;
  readonly #held = new Map<number, TextOutput[]>();

  constructor(places: Places, resolver: Resolver) {
    this.#places = places;
    this.#resolver = resolver;
  }

  /** The hash that names the article's file. */
  file(place: number): string {
    const row = this.#places.rows[place] as Row;
    if (this.#places.was[place] === -1 && row.file === '') this.#held.set(place, this.#make(row));
    return row.file;
  }

  /** Of an article whose source is new, once: its file comes last. */
  take(place: number): TextOutput[] {
    const outputs = this.#held.get(place) ?? this.#make(this.#places.rows[place] as Row);
    this.#held.delete(place);
    return outputs;
  }

  #make(row: Row): TextOutput[] {
    const { file, rest, outputs } = articleFiles(row.article, this.#resolver);
    row.file = file;
    row.rest = rest;
    return outputs;
  }
}
