import { useId } from 'react';
import { queueStrings } from '../../lib/queue-strings.ts';
import type { DraftEntry } from '../../schema/preview.ts';
import type { Asked } from './asked.ts';
import styles from './draft-queue.module.css';
import { GROUPS, groupOf } from './reasons.ts';

const { filter: words, group } = queueStrings;

interface DraftFilterProps {
  entries: readonly DraftEntry[];
  asked: Asked;
  onAsk: (asked: Asked) => void;
}

/** Narrows the queue. Fields without names, so that no browser offers later what was typed here. */
export function DraftFilter({ entries, asked, onAsk }: DraftFilterProps) {
  const there = new Set(entries.map(groupOf));
  const reasons = GROUPS.filter((one) => there.has(one)).map((one): Option => [one, group[one]]);
  const topics = namesOf(entries, ({ card }) => card?.topics ?? []).map((name): Option => [name, name]);
  const providers = namesOf(entries, ({ card }) => (card ? [card.provider.name] : [])).map((name): Option => [name, name]);
  const any: Option = ['', words.any];
  return (
    <search className={styles.filter} aria-label={words.label}>
      <Words value={asked.words} onChange={(value) => onAsk({ ...asked, words: value })} />
      <Choice
        label={words.reason}
        value={asked.reason}
        options={[any, ...reasons]}
        onChange={(value) => onAsk({ ...asked, reason: value as Asked['reason'] })}
      />
      <Choice
        label={words.topic}
        value={asked.topic}
        options={[any, ...topics]}
        onChange={(topic) => onAsk({ ...asked, topic })}
      />
      <Choice
        label={words.provider}
        value={asked.provider}
        options={[any, ...providers]}
        onChange={(provider) => onAsk({ ...asked, provider })}
      />
      <Choice
        label={words.order}
        value={asked.order}
        options={ORDERS}
        onChange={(value) => onAsk({ ...asked, order: value as Asked['order'] })}
      />
    </search>
  );
}

type Option = readonly [value: string, label: string];

const ORDERS: readonly Option[] = [
  ['date', words.date],
  ['score', words.score],
];

interface FieldProps {
  value: string;
  onChange: (value: string) => void;
}

function Words({ value, onChange }: FieldProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{words.words}</label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

function Choice({ label, value, options, onChange }: FieldProps & { label: string; options: readonly Option[] }) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} autoComplete="off" onChange={(event) => onChange(event.target.value)}>
        {options.map(([each, name]) => (
          <option key={each} value={each}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Names that a list of drafts can be narrowed to, each once. */
const namesOf = (entries: readonly DraftEntry[], of: (entry: DraftEntry) => readonly string[]): string[] =>
  [...new Set(entries.flatMap(of))].sort((a, b) => (a < b ? -1 : 1));
