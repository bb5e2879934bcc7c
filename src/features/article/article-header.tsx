import { absoluteDate, calendarDay, relativeAge } from '../../lib/dates.ts';
import { dayHref, providerHref } from '../../lib/href.ts';
import { strings } from '../../lib/strings.ts';
import type { ArticleType, Provider } from '../../schema/card.ts';
import { Badge } from '../../ui/badge.tsx';
import { useNow } from '../../ui/clock.ts';
import { PageLink } from '../../ui/page-link.tsx';
import { usePublication } from '../../ui/publication-context.ts';
import { Text } from '../../ui/text.tsx';
import { useHeatWord } from '../../ui/use-heat-word.ts';
import styles from './article-header.module.css';

/** What the header tells; an article and a card both have it. */
export interface Headed {
  title: string;
  publishedDateTime: string;
  provider: Provider;
  type: ArticleType;
  heat?: number | undefined;
  lang?: string | undefined;
}

/** Who published it and when, then the title. standfirst: a short excerpt; a long one is text and stands below the picture. level: of the title. */
export function ArticleHeader({
  article,
  standfirst,
  level = 1,
}: {
  article: Headed;
  standfirst: string | undefined;
  level?: 1 | 2;
}) {
  const { title, lang, provider } = article;
  const Title = `h${level}` as const;
  return (
    <header className={styles.header}>
      <div className={styles.source}>
        <Badge provider={provider} size="large" />
        <div className={styles.lines}>
          <div className={styles.names}>
            <PageLink className={styles.provider} to={providerHref(provider)}>
              <Text>{provider.name}</Text>
            </PageLink>
            <Fresh article={article} />
          </div>
          <Facts article={article} linked={level === 1} />
        </div>
      </div>
      <Title className={styles.title} data-length={titleLength(title)} lang={lang}>
        <Text lang={lang}>{title}</Text>
      </Title>
      {standfirst !== undefined && (
        <p className={styles.standfirst} lang={lang}>
          {standfirst}
        </p>
      )}
    </header>
  );
}

/** What a page that was made ahead does not know: on a line that has room, so that nothing moves when it comes. */
function Fresh({ article }: { article: Headed }) {
  const language = usePublication()?.language ?? 'en';
  const now = useNow();
  const age = now === undefined ? undefined : relativeAge(article.publishedDateTime, now, language);
  const heat = useHeatWord(article.heat);
  return (
    <>
      {age !== undefined && <bdi data-screen>{age}</bdi>}
      {heat !== undefined && <bdi className={styles.heat}>{heat}</bdi>}
    </>
  );
}

/** Domain, date: each isolated, so that a line in another direction keeps them whole. linked: the date leads to its day. */
function Facts({ article, linked }: { article: Headed; linked: boolean }) {
  const { provider, publishedDateTime } = article;
  const publication = usePublication();
  const language = publication?.language ?? 'en';
  const timeZone = publication?.timeZone ?? 'UTC';
  const time = (
    <time dateTime={publishedDateTime} suppressHydrationWarning>
      {absoluteDate(publishedDateTime, 'full', language, timeZone)}
    </time>
  );
  return (
    <ul className={styles.facts}>
      {provider.domain !== undefined && provider.domain !== provider.name && (
        <li>
          <bdi>{provider.domain}</bdi>
        </li>
      )}
      <li>
        <bdi>
          {linked ? (
            <PageLink to={dayHref(calendarDay(publishedDateTime, timeZone))} opens={false}>
              {time}
            </PageLink>
          ) : (
            time
          )}
        </bdi>
      </li>
      {article.type === 'video' && (
        <li>
          <bdi>{strings.video}</bdi>
        </li>
      )}
    </ul>
  );
}

/** Titles run to 230 characters: longer ones are set smaller. Signs of scripts without spaces take twice the room. */
function titleLength(title: string): 'long' | 'longest' | undefined {
  const room = title.length + (title.match(/[\u2e80-\uffef]/g)?.length ?? 0);
  if (room > 140) return 'longest';
  return room > 80 ? 'long' : undefined;
}
