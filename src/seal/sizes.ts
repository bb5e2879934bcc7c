/** Lengths in bytes that a sealed file may have: they tell a rough size and no more. */
export const FILE_SIZES = [4_096, 16_384, 65_536, 262_144, 1_048_576, 4_194_304, 16_777_216] as const;

/** The smallest size that has room; undefined when none has. */
export const sizeFor = (needed: number, least: number): number | undefined =>
  FILE_SIZES.find((size) => size >= needed && size >= least);

/** How many files stand for `count` of them: at least 4, then four steps to each doubling, at most a quarter more. */
export function padCount(count: number): number {
  if (count <= 4) return 4;
  const step = 2 ** (Math.floor(Math.log2(count)) - 2);
  return Math.ceil(count / step) * step;
}
