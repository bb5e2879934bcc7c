import { crc32 } from 'node:zlib';
import { writeWhole } from './atomic-file.ts';

interface Head {
  format: string;
  digest: string;
  sections: number[];
}

/** Numbers, texts without a zero in them, or one text. */
export type Section = Int32Array | Float64Array | readonly string[] | string;

const ALIGNED = 8;
const MOST_HEAD = 4096;

/** A file of sections, so that numbers need not be parsed. It proves itself by a checksum. */
export function writeSections(file: string, format: string, sections: readonly Section[]): void {
  const bytes = sections.map(bytesOf);
  const parts = bytes.flatMap((own) => [own, Buffer.alloc(aligned(own.length) - own.length)]);
  const lengths = bytes.map(({ length }) => length);
  const head = JSON.stringify({ format, digest: digestOf(lengths, parts), sections: lengths } satisfies Head);
  const line = Buffer.from(`${head.padEnd(aligned(head.length + 1) - 1)}\n`);
  writeWhole(file, [line, ...parts]);
}

/** The sections of such a file; undefined when it is of another format, or not what was written. Throws at what is no such file. */
export function readSections(format: string, bytes: Buffer): Buffer[] | undefined {
  const end = bytes.subarray(0, MOST_HEAD).indexOf(10);
  const head = JSON.parse(bytes.toString('utf8', 0, end)) as Head;
  const start = aligned(end + 1);
  if (head.format !== format || digestOf(head.sections, [bytes.subarray(start)]) !== head.digest) return undefined;
  let at = start;
  return head.sections.map((length) => {
    const section = bytes.subarray(at, at + length);
    at = aligned(at + length);
    return section;
  });
}

const aligned = (at: number): number => Math.ceil(at / ALIGNED) * ALIGNED;

/** Against damage, not against people: a checksum and the length. lengths: where the parts begin and end must be right too. */
function digestOf(lengths: readonly number[], parts: readonly Uint8Array[]): string {
  let [sum, length] = [crc32(lengths.join()), 0];
  for (const part of parts) {
    sum = crc32(part, sum);
    length += part.length;
  }
  return `${sum} ${length}`;
}

const ZERO = '\0';

function bytesOf(section: Section): Buffer {
  if (typeof section === 'string') return Buffer.from(section);
  if (section instanceof Int32Array || section instanceof Float64Array)
    return Buffer.from(section.buffer as ArrayBuffer, section.byteOffset, section.byteLength);
  return Buffer.from(section.map((text) => text + ZERO).join(''));
}

export function textsOf(bytes: Buffer): string[] {
  const texts = bytes.toString('utf8').split(ZERO);
  texts.pop();
  return texts;
}

/** A copy where the bytes do not lie as numbers must. */
function whole(bytes: Buffer): { buffer: ArrayBuffer; offset: number } {
  const isAligned = bytes.byteOffset % ALIGNED === 0;
  if (isAligned) return { buffer: bytes.buffer as ArrayBuffer, offset: bytes.byteOffset };
  const copy = new Uint8Array(bytes);
  return { buffer: copy.buffer, offset: 0 };
}

export function integers(bytes: Buffer): Int32Array {
  const { buffer, offset } = whole(bytes);
  return new Int32Array(buffer, offset, bytes.length / Int32Array.BYTES_PER_ELEMENT);
}

export function numbers(bytes: Buffer): Float64Array {
  const { buffer, offset } = whole(bytes);
  return new Float64Array(buffer, offset, bytes.length / Float64Array.BYTES_PER_ELEMENT);
}
