/** Bytes that a file may have; more is no article. */
export const MAX_FILE_BYTES = 1_048_576;

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** A file's text with line feeds alone at line ends and no byte order mark, or a sentence that says why it has none. */
export type Decoded = { text: string } | { fault: string };

/** Takes UTF-8 alone: a guess at another encoding could turn a draft's mark into something else. */
export function decodeFile(bytes: Uint8Array): Decoded {
  if (bytes.byteLength > MAX_FILE_BYTES) {
    return { fault: 'The file is over 1 MiB, too large for an article. Shorten it or keep it elsewhere.' };
  }
  if (isUtf16(bytes)) return { fault: 'The file is UTF-16, not UTF-8. Save it again with the encoding UTF-8.' };
  try {
    const text = UTF8.decode(bytes);
    if (text.includes('\0')) return { fault: 'The file holds NUL bytes, so it is no text file. Save it again as UTF-8 text.' };
    return { text: text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text };
  } catch {
    return { fault: 'The file is not valid UTF-8. Save it again with the encoding UTF-8.' };
  }
}

/** By its byte order mark, or by the NUL that every second byte of plain text then is. */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second, third, fourth] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  return (first === 0 && third === 0 && second !== 0) || (second === 0 && fourth === 0 && first !== 0);
}
