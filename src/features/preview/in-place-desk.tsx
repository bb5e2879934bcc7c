import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useLocation } from 'react-router';
import type { OpenDrafts } from '../../data/drafts.ts';
import { previewHref } from '../../lib/href.ts';
import { inPlaceStrings as words } from '../../lib/in-place-strings.ts';
import { previewStrings } from '../../lib/preview-strings.ts';
import { withDraftMarks } from '../../store/draft-marks.ts';
import { ReaderStoreProvider, useReaderStore } from '../../store/reader-context.tsx';
import { Elsewhere } from '../../ui/elsewhere.ts';
import { PageLink } from '../../ui/page-link.tsx';
import { DeviceFrame } from './device-frame.tsx';
import { type InPlace } from './in-place-address.ts';
import { createDraftClient } from './in-place-answers.ts';
import styles from './in-place-desk.module.css';
import { createInPlaceMap } from './in-place-map.ts';
import { AMONG_DRAFTS } from './sealed-picture.tsx';
import type { Shown } from './shown-drafts.ts';

const { inPlace: names, back } = previewStrings;

type Device = 'phone' | 'desktop';

export interface InPlaceDeskProps {
  drafts: OpenDrafts;
  shown: Shown;
  /** What is to be said of what is shown. */
  note?: ReactNode;
  /** Draws a page of the reader. */
  renderPage: (page: InPlace) => ReactNode;
}

/** The reader with drafts in it, in windows of a phone's and a desktop's width side by side. */
export function InPlaceDesk({ drafts, shown, note, renderPage }: InPlaceDeskProps) {
  const map = useMemo(() => createInPlaceMap(drafts.entries), [drafts]);
  const client = useMemo(() => createDraftClient(drafts, shown), [drafts, shown]);
  useEffect(() => () => client.clear(), [client]);
  const store = useReaderStore();
  const own = useMemo(() => {
    const slugs = new Set(drafts.entries.map(({ slug }) => slug));
    return withDraftMarks(store, (slug) => slugs.has(slug));
  }, [store, drafts]);
  const [devices, choose] = useState<readonly Device[]>(() => (window.innerWidth < 1000 ? ['phone'] : ['phone', 'desktop']));
  const { hash } = useLocation();
  const page = map.pageAt(hash);
  const among = useMemo(() => ({ ...AMONG_DRAFTS, lead: map.addressOf }), [map]);
  return (
    <section aria-label={names.title}>
      <p className={styles.back}>
        <PageLink to={previewHref()} opens={false}>
          {back}
        </PageLink>
      </p>
      <p className={styles.note}>{note ?? words.note}</p>
      <p className={styles.note}>{shown.all ? words.computed : words.atLine}</p>
      <Widths devices={devices} onChoose={choose} />
      <div className={styles.desk} data-devices={devices.length}>
        <QueryClientProvider client={client}>
          <ReaderStoreProvider value={own}>
            <Elsewhere value={among}>
              {devices.map((device) => (
                <DeviceFrame
                  key={device}
                  device={device}
                  place={hash}
                  title={device === 'phone' ? words.phoneWindow : words.desktopWindow}
                >
                  {renderPage(page)}
                </DeviceFrame>
              ))}
            </Elsewhere>
          </ReaderStoreProvider>
        </QueryClientProvider>
      </div>
    </section>
  );
}

const CHOICES: readonly [name: string, devices: readonly Device[]][] = [
  [words.both, ['phone', 'desktop']],
  [words.phone, ['phone']],
  [words.desktop, ['desktop']],
];

function Widths({ devices, onChoose }: { devices: readonly Device[]; onChoose: (devices: readonly Device[]) => void }) {
  return (
    <fieldset className={styles.widths}>
      <legend className="visually-hidden">{words.widths}</legend>
      {CHOICES.map(([name, choice]) => (
        <label key={name}>
          <input
            type="radio"
            name="widths"
            checked={choice.join() === devices.join()}
            onChange={() => onChoose(choice)}
            autoComplete="off"
          />
          {name}
        </label>
      ))}
    </fieldset>
  );
}
