import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useId, useState } from 'react';
import type { OpenDrafts } from '../../data/drafts.ts';
import { publicScores } from '../../data/public-records.ts';
import { articleFileQuery, articleManifestQuery } from '../../data/queries.ts';
import { draftViewStrings } from '../../lib/draft-view-strings.ts';
import { articleHref, draftHref, previewHref } from '../../lib/href.ts';
import { lineStrings } from '../../lib/line-strings.ts';
import { previewStrings } from '../../lib/preview-strings.ts';
import type { DraftEntry } from '../../schema/preview.ts';
import { PageLink } from '../../ui/page-link.tsx';
import { Text } from '../../ui/text.tsx';
import { atLine, type Scores, shownAtLine } from './at-line.ts';
import { inPlaceHref } from './in-place-address.ts';
import styles from './line-page.module.css';
import { ScoreBars } from './score-bars.tsx';
import type { Shown } from './shown-drafts.ts';

const { line: names, back } = previewStrings;

interface LinePageProps {
  drafts: OpenDrafts;
  /** Where the line was moved to. */
  line: number;
  onMove: (line: number) => void;
  /** The feed is to be shown as the line would have it. */
  onSee: (shown: Shown) => void;
}

/** The cut-off, to be moved: what would be public then. Nothing is changed by it. */
export function LinePage({ drafts, line, onMove, onSee }: LinePageProps) {
  const scores = useScores(drafts);
  const { about, entries } = drafts;
  if (!scores) return <p role="status">{previewStrings.loading}</p>;
  const at = atLine(line, about.cutOff, entries, scores);
  return (
    <section aria-label={names.title}>
      <p className={styles.back}>
        <PageLink to={previewHref()} opens={false}>
          {back}
        </PageLink>
      </p>
      <h2 className={styles.title}>{names.title}</h2>
      <p className={styles.note}>{lineStrings.note(about.cutOff)}</p>
      <Slider line={line} cutOff={about.cutOff} onMove={onMove} />
      <ScoreBars at={at} entries={entries} scores={scores} line={line} />
      <p className={styles.told} role="status">
        {lineStrings.told(line, at.comes.length, at.goes.length)}
      </p>
      {line !== about.cutOff && (
        <p className={styles.see}>
          <PageLink to={inPlaceHref()} opens={false} onClick={() => onSee(shownAtLine(at))}>
            {lineStrings.see}
          </PageLink>
        </p>
      )}
      <Group title={lineStrings.comes} entries={at.comes} />
      <PublicGroup title={lineStrings.goes} scores={at.goes} />
      <Group title={lineStrings.held} entries={at.held} />
      <PublicGroup title={lineStrings.anyway} scores={at.anyway} />
    </section>
  );
}

function useScores(drafts: OpenDrafts): Scores | undefined {
  const [scores, setScores] = useState<Scores>();
  useEffect(() => {
    let left = false;
    void publicScores(drafts).then((read) => !left && setScores(read));
    return () => {
      left = true;
    };
  }, [drafts]);
  return scores;
}

const HIGHEST = 220;

function Slider({ line, cutOff, onMove }: { line: number; cutOff: number; onMove: (line: number) => void }) {
  const id = useId();
  const lines = [...new Set([cutOff, 60, 70, 80])].toSorted((a, b) => a - b);
  const move = (value: string) => {
    const next = Number(value);
    if (value !== '' && next >= 0 && next <= HIGHEST) onMove(next);
  };
  return (
    <div className={styles.slider}>
      <label htmlFor={id}>{lineStrings.label}</label>
      <input
        className={styles.number}
        id={id}
        type="number"
        min={0}
        max={HIGHEST}
        value={line}
        autoComplete="off"
        onChange={({ target }) => move(target.value)}
      />
      <input
        className={styles.range}
        type="range"
        min={0}
        max={HIGHEST}
        value={line}
        aria-label={lineStrings.label}
        autoComplete="off"
        onChange={({ target }) => move(target.value)}
      />
      <div className={styles.lines}>
        {lines.map((one) => (
          <button key={one} type="button" aria-pressed={one === line} onClick={() => onMove(one)}>
            {one === cutOff ? lineStrings.now(one) : one}
          </button>
        ))}
      </div>
    </div>
  );
}

const List = ({ title, count, children }: { title: string; count: number; children: ReactNode }) =>
  count > 0 && (
    <section className={styles.group}>
      <h3>
        {title} <small>{count}</small>
      </h3>
      <ul>{children}</ul>
    </section>
  );

const Group = ({ title, entries }: { title: string; entries: readonly DraftEntry[] }) => (
  <List title={title} count={entries.length}>
    {entries.map(({ id, card, quality }) => (
      <li key={id}>
        <span className={styles.score}>{quality}</span>
        <PageLink to={draftHref(id)} opens={false}>
          <Text lang={card?.lang}>{card?.title ?? draftViewStrings.untitled}</Text>
        </PageLink>
      </li>
    ))}
  </List>
);

/** So many titles of public articles are asked for. */
const TITLES = 30;

const PublicGroup = ({ title, scores }: { title: string; scores: Scores }) => (
  <List title={title} count={scores.length}>
    {scores.slice(0, TITLES).map(([slug, quality]) => (
      <PublicArticle key={slug} slug={slug} quality={quality} />
    ))}
    {scores.length > TITLES && <li>{lineStrings.more(scores.length - TITLES)}</li>}
  </List>
);

function PublicArticle({ slug, quality }: { slug: string; quality: number }) {
  const name = useQuery(articleManifestQuery(slug)).data?.file;
  const article = useQuery({ ...articleFileQuery(slug, name ?? ''), enabled: name !== undefined }).data;
  return (
    <li>
      <span className={styles.score}>{quality}</span>
      {article ? (
        <PageLink to={`${inPlaceHref()}a${articleHref(article)}`} opens={false}>
          <Text lang={article.lang}>{article.title}</Text>
        </PageLink>
      ) : (
        '\u2026'
      )}
    </li>
  );
}
