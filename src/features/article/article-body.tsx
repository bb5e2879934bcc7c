import type { ReactNode } from 'react';
import type { Block, Inline } from '../../schema/body.ts';
import { LinkOut } from '../../ui/link-out.tsx';
import styles from './article-body.module.css';
import { ArticleFigure } from './article-figure.tsx';

/** The article's text: a tree of nodes becomes elements, never markup. The tree does not change, so places are keys. */
export function ArticleBody({ blocks, lang }: { blocks: readonly Block[]; lang?: string | undefined }) {
  return (
    <div className={styles.body} lang={lang}>
      {blocksOf(blocks)}
    </div>
  );
}

const blocksOf = (blocks: readonly Block[]): ReactNode => blocks.map((block, place) => <BlockNode key={place} block={block} />);
const inlinesOf = (inlines: readonly Inline[]): ReactNode =>
  inlines.map((inline, place) => (typeof inline === 'string' ? inline : <InlineNode key={place} inline={inline} />));

function BlockNode({ block }: { block: Block }) {
  switch (block.type) {
    case 'paragraph':
      return <p>{inlinesOf(block.children)}</p>;
    case 'heading': {
      const Heading = `h${block.level}` as const;
      return <Heading>{inlinesOf(block.children)}</Heading>;
    }
    case 'quote':
      return <blockquote>{blocksOf(block.children)}</blockquote>;
    case 'list':
      return <List start={block.start} items={block.items} />;
    case 'code':
      return (
        // Wide code scrolls, and what scrolls must be reachable by keys.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <pre tabIndex={0}>
          <code>{block.text}</code>
        </pre>
      );
    case 'picture':
      return <ArticleFigure picture={block.picture} alt={block.alt} />;
    case 'rule':
      return <hr />;
  }
}

function List({ start, items }: { start: number | undefined; items: readonly (readonly Block[])[] }) {
  const entries = items.map((blocks, place) => <li key={place}>{blocksOf(blocks)}</li>);
  return start === undefined ? <ul>{entries}</ul> : <ol start={start}>{entries}</ol>;
}

function InlineNode({ inline }: { inline: Exclude<Inline, string> }) {
  switch (inline.type) {
    case 'emphasis':
      return <em>{inlinesOf(inline.children)}</em>;
    case 'strong':
      return <strong>{inlinesOf(inline.children)}</strong>;
    case 'code':
      return <code>{inline.text}</code>;
    case 'link':
      return <LinkOut href={inline.href}>{inlinesOf(inline.children)}</LinkOut>;
    case 'break':
      return <br />;
  }
}
