import { memo } from 'react';
import { articleHref } from '../../lib/href.ts';
import { strings } from '../../lib/strings.ts';
import type { Card as CardData } from '../../schema/card.ts';
import { useIsRead } from '../../store/reader-context.tsx';
import { BadgeStack } from '../../ui/badge.tsx';
import { Byline } from '../../ui/byline.tsx';
import { classNames } from '../../ui/class-names.ts';
import { DateTime } from '../../ui/date-time.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import { usePageTransition } from '../../ui/page-transition.ts';
import { Proof } from '../../ui/proof.tsx';
import { Text } from '../../ui/text.tsx';
import { useHeatWord } from '../../ui/use-heat-word.ts';
import styles from './card.module.css';
import { CardOrnament } from './card-ornament.tsx';
import { CardPicture } from './card-picture.tsx';
import { ReadMark } from './read-mark.tsx';
import { SaveMark } from './save-mark.tsx';
import { useGonePicture } from './use-gone-picture.ts';
import { useLoadAhead } from './use-load-ahead.ts';

interface CardProps {
  card: CardData;
  form: 'lead' | 'picture' | 'plain' | 'tall' | 'brief';
  /** Place in its feed, from 1, and how many there are. */
  position: number;
  total: number;
  /** The day (`2022-10-03`) that stands beside it. */
  day?: string | undefined;
}

/** How many of a feed's pictures are asked for at once, without waiting for the layout. */
const EARLY = 3;

/** An article in a feed. Its title is its only link but for the provider's, and covers the whole card. */
export const Card = memo(function Card({ card, form, position, total, day }: CardProps) {
  // Not React's own: those depend on all that stands around, and pages are made ahead piece by piece.
  const id = `card-${card.slug}-`;
  const [gone, onGone] = useGonePicture(card.image);
  const read = useIsRead(card.slug);
  const moving = usePageTransition(articleHref(card));
  const image = gone ? undefined : card.image;
  const set = form === 'picture' && !image ? 'tall' : form;
  return (
    <article
      className={classNames(styles.card, styles[set], image && styles.pictured, read && styles.read, moving && styles.moving)}
      tabIndex={-1}
      aria-labelledby={`${id}t`}
      aria-describedby={`${id}b`}
      aria-posinset={position}
      aria-setsize={total}
      data-article={card.slug}
      data-time={card.publishedDateTime}
      data-file={card.file}
    >
      <Proof reason={card.draft}>
        <div className={styles.sheet}>
          <CardTitle card={card} id={`${id}t`} />
          <CardByline card={card} id={`${id}b`} day={day} video={card.type === 'video' && !image} read={read} />
          {card.excerpt && (
            <p className={styles.excerpt}>
              <Text lang={card.lang}>{card.excerpt}</Text>
            </p>
          )}
          <CardFoot card={card} lead={form === 'lead'} />
          {image && (
            <CardPicture
              picture={image}
              size={form === 'lead' ? 'lead' : 'column'}
              early={position <= EARLY}
              video={card.type === 'video'}
              className={styles.image}
              onGone={onGone}
            />
          )}
          {set === 'tall' && <CardOrnament provider={card.provider} />}
        </div>
      </Proof>
    </article>
  );
});

function CardTitle({ card, id }: { card: CardData; id: string }) {
  return (
    <h2 className={styles.title} id={id}>
      <PageLink to={articleHref(card)} {...useLoadAhead(card.slug, card.file)}>
        <Text lang={card.lang}>{card.title}</Text>
      </PageLink>
    </h2>
  );
}

interface CardBylineProps {
  card: CardData;
  id: string;
  day: string | undefined;
  video: boolean;
  read: boolean;
}

/** What is said of the article, and what can be done with it. */
function CardByline({ card, id, day, video, read }: CardBylineProps) {
  const heat = useHeatWord(card.heat);
  return (
    <div className={styles.byline}>
      <div className={styles.said} id={id}>
        <Byline provider={card.provider} linked>
          <DateTime value={card.publishedDateTime} within={day} />
          {video && <span>{strings.video}</span>}
          {card.heat !== undefined && <span className={styles.heat}>{heat}</span>}
          {read && <span className="visually-hidden">{strings.read}</span>}
        </Byline>
      </div>
      <div className={styles.acts}>
        <ReadMark slug={card.slug} title={card.title} read={read} />
        <SaveMark article={card} file={card.file} />
      </div>
    </div>
  );
}

/** Who else covers it; nothing where nobody does. */
function CardFoot({ card, lead }: { card: CardData; lead: boolean }) {
  if (!card.coverage) return null;
  const { providers, total } = card.coverage;
  return (
    <p className={styles.foot}>
      <BadgeStack providers={providers.slice(0, lead ? 4 : 3)} />
      <span>{lead ? strings.othersOnThis(total) : strings.moreOnThis(total)}</span>
    </p>
  );
}
