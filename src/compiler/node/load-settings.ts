import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../model.ts';
import { readSettings } from '../settings.ts';
import { SETTINGS_FILE } from './read-folder.ts';

/** A content folder's settings alone, with the defaults for what is missing or wrong: `validate` tells what that is. */
export function loadSettings(content: string): Settings {
  try {
    return readSettings({ path: SETTINGS_FILE, bytes: readFileSync(join(content, SETTINGS_FILE)) }).settings;
  } catch {
    return readSettings(undefined).settings;
  }
}
