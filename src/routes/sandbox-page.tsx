import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { listQuery } from '../data/list-queries.ts';
import { feedManifestQuery } from '../data/queries.ts';
import type { Card } from '../schema/card.ts';
import { useReaderStore } from '../store/reader-context.tsx';
import { usePageTitle } from '../ui/use-page-title.ts';
import styles from './sandbox.module.css';
import { SandboxArticle } from './sandbox-article.tsx';
import { SandboxCards, type Shapes } from './sandbox-cards.tsx';
import { SandboxParts } from './sandbox-parts.tsx';

/** Development only: every state of every part, on one page. Pictures are the publication's own. */
export function SandboxPage() {
  const cards = useQuery(feedManifestQuery('all', 'all')).data?.cards ?? [];
  const logo = useQuery(listQuery('provider')).data?.entries.find(({ provider }) => provider?.logo)?.provider?.logo;
  const store = useReaderStore();
  usePageTitle('Sandbox');
  useEffect(() => store.markRead('sandbox-read'), [store]);
  const shapes = shapesOf(cards);
  return (
    <div className={styles.sandbox}>
      <h1>Sandbox</h1>
      <SandboxParts logo={logo} />
      <SandboxCards shapes={shapes} />
      <SandboxArticle shapes={shapes} />
    </div>
  );
}

function shapesOf(cards: readonly Card[]): Shapes {
  const pictures = cards.flatMap(({ image }) => image ?? []);
  const ratio = ({ width, height }: { width: number; height: number }) => width / height;
  return {
    wide: pictures.find((picture) => ratio(picture) > 1.3 && ratio(picture) < 2),
    tall: pictures.find((picture) => ratio(picture) < 0.9),
    panorama: pictures.find((picture) => ratio(picture) > 2.2),
  };
}
