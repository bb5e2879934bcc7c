import { type MouseEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { inPlaceStrings as words } from '../../lib/in-place-strings.ts';
import styles from './device-frame.module.css';
import { useFrameKeys } from './use-frame-keys.ts';

interface DeviceFrameProps {
  title: string;
  device: 'phone' | 'desktop';
  /** What is shown: at another, reading begins at the top, or where it was left. */
  place: string;
  children: ReactNode;
}

/**
 * A window of its own width, so that the reader's styles are the ones of that width. It has no address: its page is made in this page's
 * memory, and goes with it.
 */
export function DeviceFrame({ title, device, place, children }: DeviceFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const room = useRef<HTMLDivElement>(null);
  const body = useBody(frame);
  useFit(room, frame);
  useFrameKeys(body);
  usePlaces(frame, place);
  return (
    <figure className={styles.figure} data-device={device}>
      <figcaption className={styles.caption}>{title}</figcaption>
      <div ref={room} className={styles.room}>
        {/* It has no address: what is in it is this page's own. */}
        {/* oxlint-disable-next-line react/iframe-missing-sandbox */}
        <iframe ref={frame} className={styles.frame} title={title} />
        {body &&
          createPortal(
            <div className={styles.sheet} onClickCapture={stayHere} onAuxClickCapture={stayHere}>
              {children}
            </div>,
            body,
          )}
      </div>
    </figure>
  );
}

/** Links that lead out are shown and not followed. */
function stayHere(event: MouseEvent): void {
  // Not by its class: each window has its own.
  const link = (event.target as Element).closest?.<HTMLAnchorElement>('a[href]');
  if (link && new URL(link.href).origin !== window.location.origin) event.preventDefault();
}

/** The frame's page with this page's styles, once those are there. */
function useBody(frame: RefObject<HTMLIFrameElement | null>): HTMLElement | undefined {
  const [body, setBody] = useState<HTMLElement>();
  useEffect(() => {
    const own = frame.current;
    if (!own) return;
    let left = false;
    const take = () => void dress(own).then((dressed) => !left && dressed && setBody(dressed));
    // Some browsers put another page in the frame when it is loaded.
    own.addEventListener('load', take);
    take();
    const observer = new MutationObserver(() => likeThisPage(own));
    observer.observe(document.documentElement, { attributeFilter: ['data-theme', 'lang'] });
    return () => {
      left = true;
      own.removeEventListener('load', take);
      observer.disconnect();
    };
  }, [frame]);
  return body;
}

/** Once for each page of a frame. */
async function dress(frame: HTMLIFrameElement): Promise<HTMLElement | undefined> {
  const page = frame.contentDocument;
  if (!page || page.body.dataset['dressed'] !== undefined) return undefined;
  page.body.dataset['dressed'] = '';
  likeThisPage(frame);
  await Promise.all([...document.head.querySelectorAll('link[rel=stylesheet], style')].map((sheet) => copyInto(page, sheet)));
  return page.body;
}

function copyInto(page: Document, sheet: Element): Promise<void> {
  const copy = page.importNode(sheet, true);
  page.head.append(copy);
  if (!(sheet instanceof HTMLLinkElement)) return Promise.resolve();
  return new Promise((done) => {
    copy.addEventListener('load', () => done());
    copy.addEventListener('error', () => done());
  });
}

/** Its language, its theme, and the word that marks a draft among links. */
function likeThisPage({ contentDocument: page }: HTMLIFrameElement): void {
  const { lang, dataset } = document.documentElement;
  const own = page?.documentElement;
  if (!own) return;
  own.lang = lang;
  if (dataset['theme'] === undefined) own.removeAttribute('data-theme');
  else own.setAttribute('data-theme', dataset['theme']);
  own.style.setProperty('--unpublished', JSON.stringify(words.mark));
}

/** A window wider than its room is shown smaller, as a whole. */
function useFit(room: RefObject<HTMLElement | null>, frame: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { current: outer } = room;
    if (!outer) return;
    const observer = new ResizeObserver(() => {
      const width = frame.current?.offsetWidth ?? 0;
      outer.style.setProperty('--fit', String(width === 0 ? 1 : Math.min(1, outer.clientWidth / width)));
    });
    observer.observe(outer);
    return () => observer.disconnect();
  }, [room, frame]);
}

function usePlaces(frame: RefObject<HTMLIFrameElement | null>, place: string): void {
  const places = useRef(new Map<string, number>());
  useEffect(() => {
    const view = frame.current?.contentWindow;
    const known = places.current;
    view?.scrollTo(0, known.get(place) ?? 0);
    const keep = () => known.set(place, view?.scrollY ?? 0);
    view?.addEventListener('scrollend', keep);
    return () => view?.removeEventListener('scrollend', keep);
  }, [frame, place]);
}
