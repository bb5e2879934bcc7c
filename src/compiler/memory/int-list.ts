/** Whole numbers of 32 bits, one after the other: a plain list of millions would cost several times as much. */
export class IntList {
  #values: Int32Array;
  #length = 0;

  constructor(room = 1024) {
    this.#values = new Int32Array(room);
  }

  push(value: number): void {
    this.#grow(1);
    this.#values[this.#length++] = value;
  }

  /** Its length, then what is in it. */
  pushList(list: ArrayLike<number>): void {
    this.#grow(list.length + 1);
    this.#values[this.#length++] = list.length;
    for (let at = 0; at < list.length; at++) this.#values[this.#length++] = list[at] as number;
  }

  /** Without their number. */
  pushAll(list: Int32Array): void {
    this.#grow(list.length);
    this.#values.set(list, this.#length);
    this.#length += list.length;
  }

  all(): Int32Array {
    return this.#values.subarray(0, this.#length);
  }

  #grow(more: number): void {
    if (this.#length + more <= this.#values.length) return;
    const values = new Int32Array(Math.max(this.#values.length * 2, this.#length + more));
    values.set(this.#values);
    this.#values = values;
  }
}

/** Gives numbers new numbers, in the order in which they are met. */
export class Renumbering {
  readonly #now: Int32Array;
  /** The old numbers, by new ones. */
  readonly met: number[] = [];

  /** count: of old numbers. */
  constructor(count: number) {
    this.#now = new Int32Array(count).fill(-1);
  }

  of(old: number): number {
    const known = this.#now[old] as number;
    if (known >= 0) return known;
    const next = this.met.push(old) - 1;
    this.#now[old] = next;
    return next;
  }
}
