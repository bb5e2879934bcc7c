import { setFlagsFromString } from 'node:v8';

/**
 * In percent of what is in use, and for how many articles. V8's own measure is up to four times as much, and takes up to twice the memory; half of
 * the first costs a twentieth more time. Where there are very many articles they themselves take most of the memory.
 */
const GROWTH = 40;
const GROWTH_OF_MANY = 10;
const MANY = 50_000;

/** Lets this process's memory grow in small steps, in all its threads: a build of many articles holds much that it never lets go. */
export const spareMemory = (articles: number): void =>
  setFlagsFromString(`--heap-growing-percent=${articles < MANY ? GROWTH : GROWTH_OF_MANY}`);
