import { lazy, type ReactNode, Suspense } from 'react';
import { draftViewStrings } from '../../lib/draft-view-strings.ts';
import { previewStrings as words } from '../../lib/preview-strings.ts';
import type { DraftEntry, DraftFile, PreviewAbout } from '../../schema/preview.ts';
import { PageLink } from '../../ui/page-link.tsx';
import { CardPicture } from '../article/card-picture.tsx';
import { useGonePicture } from '../article/use-gone-picture.ts';
import styles from './draft-view.module.css';
import { draftInPlaceHref } from './in-place-address.ts';
import { reasonText } from './reason-text.ts';

const SecuredPart = lazy(async () => ({ default: (await import('./secured-part.tsx')).SecuredPart }));

interface DraftFactsProps {
  entry: DraftEntry;
  file: DraftFile;
  about: PreviewAbout;
}

/** What the build knows of a draft and readers never see. */
export function DraftFacts({ entry, file, about }: DraftFactsProps) {
  const { quality, heat, published, leader, path, reason } = entry;
  const { fact } = draftViewStrings;
  return (
    <aside className={styles.facts} aria-label={draftViewStrings.known}>
      <h2>{draftViewStrings.known}</h2>
      <dl>
        <Fact name={fact.reason}>{reasonText(entry, about)}</Fact>
        <Fact name={fact.quality}>
          {quality === undefined ? draftViewStrings.absent : draftViewStrings.score(quality, about.cutOff)}
        </Fact>
        <Fact name={fact.heat}>
          {heat === undefined ? draftViewStrings.absent : heat === -1 ? draftViewStrings.follower : heat}
        </Fact>
        <Fact name={fact.published}>{published === undefined ? draftViewStrings.absent : String(published)}</Fact>
        {(reason === 'follower' || leader) && <Fact name={fact.leader}>{leader?.title ?? draftViewStrings.noLeader}</Fact>}
        <Fact name={fact.twins}>{file.twins.map(({ title }) => title).join('; ') || draftViewStrings.noTwins}</Fact>
        {file.secured === undefined && <Fact name={fact.secured}>{draftViewStrings.absent}</Fact>}
        <Fact name={fact.file}>{path}</Fact>
      </dl>
      {entry.card && (
        <p className={styles.inPlace}>
          <PageLink to={draftInPlaceHref(entry.id)} opens={false}>
            {words.inPlace.way}
          </PageLink>
        </p>
      )}
      <OnCard entry={entry} />
      {file.secured !== undefined && (
        <Suspense>
          <SecuredPart secured={file.secured} />
        </Suspense>
      )}
      <Faults issues={file.issues} />
      <Written file={file} />
    </aside>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>
      <bdi>{children}</bdi>
    </dd>
  </div>
);

/** The picture as a card cuts it. */
function OnCard({ entry: { card } }: { entry: DraftEntry }) {
  const [gone, onGone] = useGonePicture(card?.image);
  if (!card?.image || gone) return null;
  return (
    <figure className={styles.onCard}>
      <figcaption>{draftViewStrings.onCard}</figcaption>
      <CardPicture
        picture={card.image}
        size="column"
        early={false}
        video={card.type === 'video'}
        className={undefined}
        onGone={onGone}
      />
    </figure>
  );
}

function Faults({ issues }: Pick<DraftFile, 'issues'>) {
  return (
    <section>
      <h3>{draftViewStrings.faults}</h3>
      {issues.length === 0 && <p>{draftViewStrings.noFaults}</p>}
      <ul className={styles.faults}>
        {issues.map(({ severity, line, column, field, message }) => (
          <li key={`${line}:${column} ${field} ${message}`}>
            <strong>{draftViewStrings.severity[severity]}</strong>, {draftViewStrings.at(line, column)}
            {field !== '' && (
              <>
                , <code>{field}</code>
              </>
            )}
            : {message}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** As the file has it, folded away: it is long. */
function Written({ file: { fields, body } }: { file: DraftFile }) {
  return (
    <>
      <details className={styles.written}>
        <summary>{draftViewStrings.written}</summary>
        {fields.map(({ line, text }) => (
          <pre key={line}>{text}</pre>
        ))}
      </details>
      {body !== undefined && (
        <details className={styles.written}>
          <summary>{draftViewStrings.body}</summary>
          <pre>{body}</pre>
        </details>
      )}
    </>
  );
}
