import { basePath } from '../lib/base-path.ts';
import { STAND_IN_PAGE } from '../lib/shell-files.ts';

/** Whether the host has another version of the reader than the one that this page runs. Asks it past every copy; a sign-in page says nothing. */
export async function isLeftBehind(): Promise<boolean> {
  const answer = await fetch(basePath + STAND_IN_PAGE, { credentials: 'same-origin', cache: 'no-store' });
  const code = /\sdata-code="([^"]*)"/.exec(await answer.text())?.[1];
  return code !== undefined && code !== document.body.dataset['code'];
}
