import { type Bytes, concat } from './bytes.ts';

/** Raw deflate (RFC 1951). */
export async function deflate(bytes: Bytes): Promise<Bytes> {
  return collect(
    new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw')),
    Number.POSITIVE_INFINITY,
  ) as Promise<Bytes>;
}

/** What `deflate` was given: exactly `length` bytes, else undefined. A short text that becomes a gigabyte is stopped on the way. */
export async function inflate(bytes: Bytes, length: number): Promise<Bytes | undefined> {
  try {
    const { readable, writable } = new DecompressionStream('deflate-raw');
    // Not by way of a Blob: those live in another process, and a preview has thousands of records.
    const writer = writable.getWriter();
    const written = Promise.all([writer.write(bytes), writer.close()]);
    written.catch(() => undefined);
    const inflated = await collect(readable, length);
    return inflated?.length === length ? inflated : undefined;
  } catch {
    return undefined;
  }
}

async function collect(stream: ReadableStream<Uint8Array>, most: number): Promise<Bytes | undefined> {
  const reader = stream.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    parts.push(next.value);
    length += next.value.length;
    if (length > most) {
      await reader.cancel();
      return undefined;
    }
  }
  return concat(...parts);
}
