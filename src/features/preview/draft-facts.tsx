import { lazy, type ReactNode, Suspense, useState } from 'react';
import { draftViewStrings } from '../../lib/draft-view-strings.ts';
import { articleHref } from '../../lib/href.ts';
import { previewStrings as words } from '../../lib/preview-strings.ts';
import type { DraftEntry, DraftFile, PreviewAbout, PublicReference } from '../../schema/preview.ts';
import { PageLink } from '../../ui/page-link.tsx';
import { CardPicture } from '../article/card-picture.tsx';
import { useGonePicture } from '../article/use-gone-picture.ts';
import styles from './draft-view.module.css';
import { draftInPlaceHref, inPlaceHref } from './in-place-address.ts';
import { reasonText } from './reason-text.ts';

const SecuredPart = lazy(async () => ({ default: (await import('./secured-part.tsx')).SecuredPart }));

const DraftFaults = lazy(async () => ({ default: (await import('./draft-faults.tsx')).DraftFaults }));

const WrittenFields = lazy(async () => ({ default: (await import('./written-fields.tsx')).WrittenFields }));

interface DraftFactsProps {
  entry: DraftEntry;
  file: DraftFile;
  about: PreviewAbout;
}

/** What the build knows of a draft and readers never see. */
export function DraftFacts({ entry, file, about }: DraftFactsProps) {
  return (
    <aside className={styles.facts} aria-label={draftViewStrings.known}>
      <h2>{draftViewStrings.known}</h2>
      <Facts entry={entry} file={file} about={about} />
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
      {file.issues.length > 0 && (
        <Suspense>
          <DraftFaults issues={file.issues} />
        </Suspense>
      )}
      <Written entry={entry} file={file} />
    </aside>
  );
}

/** In few words each. */
function Facts({ entry, file, about }: DraftFactsProps) {
  const { quality, heat, published, leader, path, reason } = entry;
  const { fact } = draftViewStrings;
  const missing = (...keys: string[]) =>
    file.fields.some(({ key }) => keys.includes(key)) ? draftViewStrings.unclear : draftViewStrings.absent;
  return (
    <dl>
      <Fact name={fact.reason}>{reasonText(entry, about)}</Fact>
      <Fact name={fact.quality}>
        {quality === undefined ? missing('quality', 'score') : draftViewStrings.score(quality, about.cutOff)}
      </Fact>
      <Fact name={fact.heat}>{heat === undefined ? missing('heat') : heat === -1 ? draftViewStrings.follower : heat}</Fact>
      <Fact name={fact.published}>{published === undefined ? missing('published') : String(published)}</Fact>
      {(reason === 'follower' || leader) && (
        <Fact name={fact.leader}>{leader ? <Public {...leader} /> : draftViewStrings.noLeader}</Fact>
      )}
      {file.article && (
        <Fact name={fact.coverage}>{draftViewStrings.coverage(file.article.coverageTotal, file.article.coverageProviders)}</Fact>
      )}
      <Fact name={fact.twins}>
        {file.twins.length === 0 ? draftViewStrings.noTwins : file.twins.map((twin) => <Public key={twin.slug} {...twin} />)}
      </Fact>
      {file.secured === undefined && <Fact name={fact.secured}>{missing('secured')}</Fact>}
      {file.issues.length === 0 && <Fact name={fact.faults}>{draftViewStrings.noFaults}</Fact>}
      <Fact name={fact.file}>{path}</Fact>
    </dl>
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

/** An article that anybody may see, shown in place: to leave the preview would lock it. */
const Public = ({ title, ...page }: PublicReference) => (
  <span className={styles.public}>
    <PageLink to={`${inPlaceHref()}a${articleHref(page)}`} opens={false}>
      {title}
    </PageLink>
  </span>
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

/** As the file has it, folded away: it is long. Of a file that is no article it is all there is. */
function Written({ entry, file }: Pick<DraftFactsProps, 'entry' | 'file'>) {
  const alone = !file.article;
  const [isOpen, show] = useState(alone);
  return (
    <>
      <details className={styles.written} open={alone} onToggle={({ currentTarget }) => show(currentTarget.open)}>
        <summary>{draftViewStrings.written}</summary>
        {isOpen && (
          <Suspense>
            <WrittenFields entry={entry} file={file} />
          </Suspense>
        )}
      </details>
      {file.body !== undefined && (
        <details className={styles.written} open={alone}>
          <summary>{draftViewStrings.body}</summary>
          <pre>{file.body}</pre>
        </details>
      )}
    </>
  );
}
