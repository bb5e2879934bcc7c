/** Into the browser's cache, and no further: a face that no style names changes nothing. The parts for Latin letters, which nearly all pages need. */
export async function fetchTypefaces(sheet: string): Promise<void> {
  const css = await (await fetch(sheet)).text();
  const urls = [...css.matchAll(/url\(([^)]+latin-wght[^)]+)\)/g)].map(([, url = '']) => url);
  await Promise.all(urls.map((url) => new FontFace('typeface', `url(${url})`).load()));
}
