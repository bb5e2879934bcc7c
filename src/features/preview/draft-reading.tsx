import type { MouseEvent } from 'react';
import { previewStrings as words } from '../../lib/preview-strings.ts';
import { textDirection } from '../../lib/text-direction.ts';
import type { Block } from '../../schema/body.ts';
import type { DraftEntry, DraftFile } from '../../schema/preview.ts';
import { Text } from '../../ui/text.tsx';
import { ArticleBody } from '../article/article-body.tsx';
import { ArticleHeader } from '../article/article-header.tsx';
import { isStandfirst } from '../article/is-standfirst.ts';
import styles from './draft-view.module.css';

/** The article, of the parts that readers see. Nothing of it is asked for at its public address: pictures and logos are left out. */
export function DraftReading({ entry, file }: { entry: DraftEntry; file: DraftFile }) {
  const { article } = file;
  if (!article)
    return (
      <article className={styles.article}>
        <h2 className={styles.untitled}>
          <Text>{entry.title ?? words.untitled}</Text>
        </h2>
        <p className={styles.note}>{words.unreadable}</p>
      </article>
    );
  const { title, excerpt, lang, body, images, originalUrl, provider } = article;
  const short = isStandfirst(excerpt);
  const blocks = body.flatMap(withoutPictures);
  const pictures = images.length + countPictures(body);
  return (
    <article className={styles.article} onClickCapture={keepHere} onAuxClickCapture={keepHere}>
      <p className={styles.note}>
        {words.asReaders} {pictures > 0 && words.pictures(pictures)}
      </p>
      <div className={styles.reading} dir={textDirection(title)}>
        <ArticleHeader
          article={{ ...article, provider: withoutLogo(provider) }}
          standfirst={short ? excerpt : undefined}
          level={2}
        />
        {!short && excerpt !== undefined && <p lang={lang}>{excerpt}</p>}
        {blocks.length > 0 && <ArticleBody blocks={blocks} lang={lang} />}
      </div>
      <p className={styles.out}>
        {words.leadsTo} <bdi>{originalUrl ?? words.noLink}</bdi>
      </p>
    </article>
  );
}

/** A link within a draft would put its words into an address, or lose what is open. */
function keepHere(event: MouseEvent): void {
  if (event.target instanceof Element && event.target.closest('a')) {
    event.preventDefault();
    event.stopPropagation();
  }
}

const withoutLogo = <T extends { logo?: string | undefined }>({ logo: _, ...provider }: T): Omit<T, 'logo'> => provider;

function withoutPictures(block: Block): Block[] {
  if (block.type === 'picture') return [];
  if (block.type === 'quote') return [{ ...block, children: block.children.flatMap(withoutPictures) }];
  if (block.type === 'list') return [{ ...block, items: block.items.map((blocks) => blocks.flatMap(withoutPictures)) }];
  return [block];
}

function countPictures(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => {
    if (block.type === 'picture') return sum + 1;
    if (block.type === 'quote') return sum + countPictures(block.children);
    return block.type === 'list' ? sum + countPictures(block.items.flat()) : sum;
  }, 0);
}
