import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Verdict } from '../../src/schema/verdict.ts';
import type { VerdictsFile } from '../../src/schema/verdicts-file.ts';
import { cli, type Run } from './run-cli.ts';
import { entriesOf, folderWith, opened, sealContent } from './sealed-content.ts';

interface Said {
  verdict: Verdict;
  note?: string;
  at?: string;
}

/** A content folder, sealed and opened as a reviewer would, and what the reviewer's browser then exports. */
export async function reviewed(files: Record<string, string | Uint8Array>) {
  const folder = folderWith(files);
  const { root, content, link } = folder;
  const entries = await entriesOf(await opened(await sealContent(content, root), link));
  let from = 0;
  const verdicts = (said: Readonly<Record<string, Said | Verdict>>, more: Partial<VerdictsFile> = {}): string => {
    const given = Object.entries(said).map(([path, one]) => {
      const entry = entries.find((each) => each.path === path);
      const { verdict, note, at } = typeof one === 'string' ? { verdict: one } : one;
      if (!entry) throw new Error(`${path} is not in the queue`);
      return { draft: entry.id, judged: entry.judged, verdict, ...(note && { note }), at: at ?? '2026-01-02T03:04:05.678Z' };
    });
    const file: VerdictsFile = {
      format: 'tearsheet-verdicts',
      version: 1,
      exportedAt: '2026-01-03T00:00:00.000Z',
      from: String(++from).padStart(16, '0'),
      verdicts: given,
      ...more,
    };
    const path = join(root, `verdicts-${from}.json`);
    writeFileSync(path, JSON.stringify(file));
    return path;
  };
  const apply = (...args: string[]): Run => cli(['review', 'apply', ...args, '--content', content]);
  const text = (path: string): string => readFileSync(join(content, path), 'latin1');
  return { ...folder, entries, verdicts, apply, text };
}
