import { useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { previewHref } from '../../lib/href.ts';
import { previewStrings as words } from '../../lib/preview-strings.ts';
import { readAnyLink } from '../../seal/preview-link.ts';
import notice from '../../ui/notice.module.css';
import { useHydrated } from '../../ui/use-hydrated.ts';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { DraftDesk, type DraftDeskProps, loadQueue } from './draft-desk.tsx';
import { KeepInNow } from './keep-in.tsx';
import styles from './preview-room.module.css';
import { UnlockForm } from './unlock-form.tsx';
import { useKeptFocus } from './use-kept-focus.ts';
import { type Preview, usePreview } from './use-preview.ts';

/** Where drafts are opened, and read while they are open. */
export function PreviewRoom({ renderInPlace }: Pick<DraftDeskProps, 'renderInPlace'>) {
  const preview = usePreview();
  const { state, lock, keep } = preview;
  const room = useKeptFocus();
  usePageTitle(words.title);
  useLaterLink(preview);
  useEffect(() => {
    if (!window.location.hash.startsWith('#/')) void loadQueue();
  }, []);
  return (
    <div ref={room} className={styles.room} tabIndex={-1}>
      <header className={styles.head}>
        <h1>{words.title}</h1>
        {state.kind === 'open' && <KeepInNow drafts={state.drafts} until={state.until} onChange={keep} />}
        {state.kind === 'open' && (
          <button type="button" className={styles.button} onClick={lock} title={words.lockNote}>
            {words.lock}
          </button>
        )}
      </header>
      {state.kind === 'open' && state.seen && (
        <p className={styles.warning} role="alert">
          {words.seen}
        </p>
      )}
      {state.kind === 'open' ? <DraftDesk drafts={state.drafts} renderInPlace={renderInPlace} /> : <Door {...preview} />}
    </div>
  );
}

function Door({ state, open }: Preview) {
  if (!useHydrated())
    return (
      <>
        <p className={styles.asked}>{words.asked}</p>
        <noscript>
          <p>{words.noScript}</p>
        </noscript>
      </>
    );
  if (state.kind === 'insecure') return <Told>{words.insecure}</Told>;
  if (state.kind === 'closed' && state.why === 'nothing') return <Told>{words.why.nothing}</Told>;
  const why = state.kind === 'closed' ? state.why : undefined;
  return (
    <>
      <p className={styles.asked}>{words.asked}</p>
      {state.kind === 'closed' && state.locked && <p role="status">{words.locked}</p>}
      <UnlockForm opening={state.kind === 'opening'} why={why && words.why[why]} onOpen={open} />
    </>
  );
}

const Told = ({ children }: { children: string }) => (
  <div className={notice.notice}>
    <p className={notice.title}>{children}</p>
  </div>
);

/** A link that is opened while the page stands already: the key leaves the address here. */
function useLaterLink({ open }: Preview): void {
  const { pathname, search, hash } = useLocation();
  const navigate = useNavigate();
  useEffect(() => {
    const link = readAnyLink({ pathname, search, hash });
    if (!link) return;
    void navigate(previewHref(), { replace: true });
    open({ link: link.key }, { seen: link.seen });
  }, [pathname, search, hash, navigate, open]);
}
