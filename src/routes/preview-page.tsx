import { lazy, Suspense } from 'react';
import { PreviewRoom } from '../features/preview/preview-room.tsx';

const InPlace = lazy(async () => ({ default: (await import('./preview-in-place.tsx')).PreviewInPlace }));

export const PreviewPage = () => (
  <PreviewRoom
    renderInPlace={(what) => (
      <Suspense>
        <InPlace {...what} />
      </Suspense>
    )}
  />
);
