import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { brotliCompressSync, gzipSync, constants as zlib } from 'node:zlib';
import { isText, mediaType } from './media-type.ts';

export type Encoding = 'br' | 'gzip' | 'identity';

export interface CompressedFile {
  type: string;
  encoding: Encoding;
  etag: string;
  bytes: Buffer;
}

const MEMORY = 128 * 1_048_576;
const WORTH_COMPRESSING = 512;

/** Files in the form that a client takes, compressed once and kept in memory up to a limit, until the file is another. */
export function createCompressedFiles(): (path: string, encoding: Encoding) => CompressedFile {
  const kept = new Map<string, CompressedFile>();
  let size = 0;
  return (path, encoding) => {
    const stat = statSync(path, { bigint: true });
    const key = `${encoding} ${stat.dev} ${stat.ino} ${stat.mtimeNs} ${stat.size} ${path}`;
    const known = kept.get(key);
    if (known) return known;
    const file = compress(readFileSync(path), mediaType(path), encoding);
    if (size + file.bytes.length > MEMORY) {
      kept.clear();
      size = 0;
    }
    kept.set(key, file);
    size += file.bytes.length;
    return file;
  };
}

function compress(bytes: Buffer, type: string, wanted: Encoding): CompressedFile {
  const encoding = isText(type) && bytes.length >= WORTH_COMPRESSING ? wanted : 'identity';
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 16)}${encoding === 'identity' ? '' : `-${encoding}`}"`;
  if (encoding === 'gzip') return { type, encoding, etag, bytes: gzipSync(bytes, { level: 9 }) };
  if (encoding === 'identity') return { type, encoding, etag, bytes };
  const params = { [zlib.BROTLI_PARAM_QUALITY]: 9, [zlib.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return { type, encoding, etag, bytes: brotliCompressSync(bytes, { params }) };
}

/** The best that an Accept-Encoding header takes; `q=0` refuses one. */
export function acceptedEncoding(header: string | undefined): Encoding {
  const accepted = (header ?? '').split(',').flatMap((part) => {
    const [name = '', ...parameters] = part.split(';').map((word) => word.trim().toLowerCase());
    return parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter)) ? [] : [name];
  });
  if (accepted.includes('br')) return 'br';
  return accepted.includes('gzip') ? 'gzip' : 'identity';
}
