import { createContext, type ReactNode, type RefObject, use, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { OpenDrafts } from '../../data/drafts.ts';
import { LOGO_WIDTH, type Picture } from '../../schema/picture.ts';
import { type AmongDrafts, type DrawnPicture, Elsewhere } from '../../ui/elsewhere.ts';
import { logoAddress } from '../../ui/logo-address.ts';
import { ProofSheet } from '../../ui/proof-sheet.tsx';
import { KeptPicture } from '../article/kept-picture.tsx';
import { createPictureUrls, type PictureUrls } from './picture-urls.ts';

interface Source {
  urls: PictureUrls;
  isSealed: (picture: string) => boolean;
}
const SourceContext = createContext<Source | undefined>(undefined);

/** Below it, pictures of drafts come out of what is sealed, and those of public articles from where they lie. */
export function SealedPictures({ drafts, children }: { drafts: OpenDrafts; children: ReactNode }) {
  const source = useMemo(() => ({ urls: createPictureUrls(drafts), isSealed: drafts.isSealed }), [drafts]);
  useEffect(() => source.urls.close, [source]);
  return (
    <SourceContext value={source}>
      <Elsewhere value={AMONG_DRAFTS}>{children}</Elsewhere>
    </SourceContext>
  );
}

/** On pages of the preview itself. */
export const AMONG_DRAFTS: AmongDrafts = {
  draw: (picture) => <SealedPicture {...picture} />,
  mark: (reason, children) => <ProofSheet reason={reason}>{children}</ProofSheet>,
  lead: (to) => to,
};

const logoPicture = (id: string): Picture => ({ id, width: LOGO_WIDTH, height: LOGO_WIDTH, widths: [LOGO_WIDTH] });

/** A preview asks no image service for anything. */
function SealedPicture({ picture: given, ...props }: DrawnPicture) {
  const source = use(SourceContext);
  const isLogo = typeof given === 'string';
  const picture = isLogo ? logoPicture(given) : given;
  const { alt = '', className, onGone } = props;
  if (source?.isSealed(picture.id)) return <MemoryPicture {...props} picture={picture} urls={source.urls} />;
  if (picture.urls || picture.id.startsWith('http')) return null;
  if (isLogo) return <img className={className} src={logoAddress(given)} alt={alt} loading="lazy" onError={onGone} />;
  return (
    <Elsewhere value={undefined}>
      <KeptPicture picture={picture} alt={alt} className={className} onGone={onGone} sizes="400px" />
    </Elsewhere>
  );
}

interface MemoryPictureProps extends DrawnPicture {
  picture: Picture;
  urls: PictureUrls;
}

/** Opened when it comes into view, in the width that its place there asks for. */
function MemoryPicture({ picture, alt = '', className, onGone, urls }: MemoryPictureProps) {
  const image = useRef<HTMLImageElement>(null);
  const width = useWidthInView(image, picture);
  const [address, setAddress] = useState<string>();
  const gone = useEffectEvent(() => onGone?.());
  const { id } = picture;
  useEffect(() => {
    if (width === undefined) return;
    let left = false;
    void urls.take(id, width).then((url) => {
      if (left) return;
      if (url === undefined) gone();
      else setAddress(url);
    });
    return () => {
      left = true;
      urls.release(id, width);
    };
  }, [urls, id, width]);
  return (
    <img
      ref={image}
      className={className}
      src={address}
      alt={alt}
      width={picture.width}
      height={picture.height}
      decoding="async"
      onError={onGone}
    />
  );
}

/** Which of a picture's widths is wanted; undefined until it is near the window. */
function useWidthInView(image: RefObject<HTMLImageElement | null>, { widths }: Picture): number | undefined {
  const [width, setWidth] = useState<number>();
  const wanted = useEffectEvent((room: number) => {
    const pixels = room * Math.min(2, window.devicePixelRatio);
    setWidth(widths.find((one) => one >= pixels) ?? widths.at(-1));
  });
  useEffect(() => {
    // An image without an address has no room of its own.
    const frame = image.current?.parentElement;
    if (!frame) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        wanted(frame.clientWidth);
        observer.disconnect();
      },
      { rootMargin: '300px' },
    );
    observer.observe(frame);
    return () => observer.disconnect();
  }, [image]);
  return width;
}
