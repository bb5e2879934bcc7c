import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { isPictureGone, setPictureGone } from '../../data/gone-pictures.ts';
import type { Picture } from '../../schema/picture.ts';

/** Whether a picture could not be had, and how to say so. It is told once: what is let go and comes back does not try again. */
export function useGonePicture(picture: Picture | undefined): [gone: boolean, onGone: () => void] {
  const client = useQueryClient();
  const [gone, setGone] = useState(() => picture !== undefined && isPictureGone(client, picture.id));
  const onGone = () => {
    if (picture) setPictureGone(client, picture.id);
    setGone(true);
  };
  return [gone, onGone];
}
