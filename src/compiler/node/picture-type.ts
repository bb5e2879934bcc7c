/** What a picture is by its first bytes; a name's ending proves nothing. SVG is not among them, for it can hold scripts. */
export function pictureType(bytes: Uint8Array): 'jpeg' | 'png' | 'gif' | 'webp' | 'avif' | undefined {
  const text = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  if (text.startsWith('\xFF\xD8\xFF')) return 'jpeg';
  if (text.startsWith('\x89PNG\r\n\x1A\n')) return 'png';
  if (text.startsWith('GIF87a') || text.startsWith('GIF89a')) return 'gif';
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'webp';
  return /^(avif|avis)$/.test(text.slice(8, 12)) && text.slice(4, 8) === 'ftyp' ? 'avif' : undefined;
}
