import { useState } from 'react';
import { whyStrings } from '../../lib/later-strings.ts';
import { type RankingTerms, rankingTerms } from '../../lib/ranking.ts';
import { providerId } from '../../lib/slugify.ts';
import type { Card } from '../../schema/card.ts';
import type { TopFeed } from '../../schema/feed.ts';
import styles from './top-feed.module.css';

interface WhyHereProps {
  card: Card;
  /** From 1. */
  place: number;
  top: TopFeed;
}

/** Folded, until somebody asks: what the article's place is made of, the same for everybody. */
export function WhyHere({ card, place, top }: WhyHereProps) {
  const [open, setOpen] = useState(false);
  return (
    <details className={styles.details} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {whyStrings.ask}
        <span className="visually-hidden">: {card.title}</span>
      </summary>
      {open && <Terms card={card} place={place} top={top} />}
    </details>
  );
}

function Terms({ card, place, top }: WhyHereProps) {
  const terms = rankingTerms(card, top.ranking);
  const { heat, coverage, age, score } = whyStrings;
  return (
    <>
      <dl className={styles.terms}>
        <dt>{heat}</dt>
        <dd>{terms.heat === undefined ? whyStrings.noHeat : whyStrings.hotterThan(terms.heat)}</dd>
        <dt>{coverage}</dt>
        <dd>{whyStrings.others(terms.others)}</dd>
        <dt>{age}</dt>
        <dd>{whyStrings.older(terms.age, top.ranking.halfLife)}</dd>
        <dt>{score}</dt>
        <dd>{whyStrings.sum(terms.worth, terms.freshness, terms.score)}</dd>
      </dl>
      <p className={styles.rule}>
        {whyStrings.place(place, top.cards.length)}{' '}
        {waited(card, place, top, terms) && `${whyStrings.waited(card.provider.name)} `}
        {whyStrings.everybody}
      </p>
    </>
  );
}

/** Whether one with a lower score stands before it: then two of its provider were there already. */
const waited = ({ provider }: Card, place: number, { cards, ranking }: TopFeed, { score }: RankingTerms): boolean =>
  cards
    .slice(0, place - 1)
    .some((other) => rankingTerms(other, ranking).score < score && providerId(other.provider) !== providerId(provider));
