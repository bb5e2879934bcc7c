import { useEffect, useRef, useState } from 'react';
import type { OpenDrafts } from '../../data/drafts.ts';
import { type PublicPage, publicPage } from '../../data/public-records.ts';
import { articleHref, previewHref } from '../../lib/href.ts';
import { changesStrings as words } from '../../lib/tray-strings.ts';
import type { DraftEntry } from '../../schema/preview.ts';
import { DateTime } from '../../ui/date-time.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import styles from './changes-page.module.css';
import queue from './draft-queue.module.css';
import { useQueueKeys } from './draft-queue.tsx';
import { DraftStretch, inStretches } from './draft-stretch.tsx';
import type { Look } from './notebook.ts';
import { useReview } from './review-context.tsx';
import { allSeen, countChanges, whatChanged } from './what-changed.ts';

/** What is new since this reviewer said last that all was seen. */
export function ChangesPage({ look }: { look: Look }) {
  const { drafts, change } = useReview();
  const what = whatChanged(look, drafts.entries, drafts.damaged);
  const { added, changed, gone, others } = what;
  const [published, missing] = usePublished(drafts, gone);
  const list = useRef<HTMLDivElement>(null);
  useQueueKeys(list);
  const nothing = countChanges(what) === 0;
  return (
    <>
      <h2 className={styles.title}>
        {words.title}, {words.since} <DateTime value={new Date(look.at).toISOString()} format="full" />
      </h2>
      <div ref={list}>
        {nothing && <p className={styles.nothing}>{words.nothing}</p>}
        <Drafts title={words.added} entries={added} />
        <Drafts title={words.changed} entries={changed} />
        <Published pages={published} />
        {missing > 0 && (
          <section className={queue.group}>
            <h3 className={styles.group}>
              {words.withdrawn} <small>{missing}</small>
            </h3>
            <p>{words.gone(missing)}</p>
          </section>
        )}
        {drafts.damaged && <p>{words.damaged}</p>}
      </div>
      <div className={styles.end}>
        <p>{words.end(others)}</p>
        {!nothing && (
          <button type="button" onClick={() => change(allSeen(drafts.entries, drafts.damaged, Date.now()))}>
            {words.seen}
          </button>
        )}
        <PageLink to={previewHref()} opens={false}>
          {words.all}
        </PageLink>
      </div>
    </>
  );
}

function Drafts({ title, entries }: { title: string; entries: readonly DraftEntry[] }) {
  const { about } = useReview().drafts;
  if (entries.length === 0) return null;
  return (
    <section className={queue.group}>
      <h3 className={styles.group}>
        {title} <small>{entries.length}</small>
      </h3>
      {inStretches(entries).map((some, at) => (
        <DraftStretch key={some[0]?.id} entries={some} about={about} early={at === 0} level={4} />
      ))}
    </section>
  );
}

/** On paper: they are no drafts any more. */
function Published({ pages }: { pages: readonly PublicPage[] }) {
  if (pages.length === 0) return null;
  return (
    <section className={queue.group}>
      <h3 className={styles.group}>
        {words.published} <small>{pages.length}</small>
      </h3>
      <ul className={styles.published}>
        {pages.map((page) => (
          <li key={page.slug}>
            <PageLink to={articleHref(page)} opens={false}>
              {readable(page.slug)}
            </PageLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What a public slug says; the draft's title was not kept. */
function readable(slug: string): string {
  const text = slug.replace(/^\d{4}-\d\d-\d\d-/, '').replaceAll('-', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Which of the drafts that are gone are public now, and how many are nowhere. */
function usePublished(drafts: OpenDrafts, gone: readonly string[]): [pages: readonly PublicPage[], missing: number] {
  const [found, show] = useState<{ key: string; pages: PublicPage[] }>();
  const key = gone.join(' ');
  useEffect(() => {
    let left = false;
    const ids = key === '' ? [] : key.split(' ');
    void Promise.all(ids.map((id) => publicPage(drafts, id).catch(() => undefined))).then((pages) => {
      if (!left) show({ key, pages: pages.filter((page) => page !== undefined) });
    });
    return () => {
      left = true;
    };
  }, [drafts, key]);
  if (found?.key !== key) return [[], 0];
  return [found.pages, gone.length - found.pages.length];
}
