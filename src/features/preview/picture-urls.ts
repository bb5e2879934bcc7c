import type { OpenDrafts } from '../../data/drafts.ts';

/** Addresses of pictures in this page's memory. */
export interface PictureUrls {
  /** The address of a picture in one of its widths, the same while anybody shows it; undefined when it cannot be had. */
  take: (id: string, width: number) => Promise<string | undefined>;
  /** For each `take`, when it is no longer shown: the last one ends the address. */
  release: (id: string, width: number) => void;
  /** Ends all of them. */
  close: () => void;
}

interface Shown {
  users: number;
  url: Promise<string | undefined>;
}

export function createPictureUrls(drafts: OpenDrafts): PictureUrls {
  const shown = new Map<string, Shown>();
  const end = ({ url }: Shown) => void url.then((address) => address !== undefined && URL.revokeObjectURL(address));
  return {
    take: (id, width) => {
      const key = `${id} ${width}`;
      const one = shown.get(key) ?? { users: 0, url: addressOf(drafts, id, width) };
      one.users++;
      shown.set(key, one);
      return one.url;
    },
    release: (id, width) => {
      const key = `${id} ${width}`;
      const one = shown.get(key);
      if (!one || --one.users > 0) return;
      shown.delete(key);
      end(one);
    },
    close: () => {
      for (const one of shown.values()) end(one);
      shown.clear();
    },
  };
}

async function addressOf(drafts: OpenDrafts, id: string, width: number): Promise<string | undefined> {
  const blob = await drafts.picture(id, width).catch(() => undefined);
  return blob && URL.createObjectURL(blob);
}
