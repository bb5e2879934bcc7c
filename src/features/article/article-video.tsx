import { use, useState } from 'react';
import { articleStrings } from '../../lib/article-strings.ts';
import type { ArticleFile } from '../../schema/article.ts';
import type { Picture } from '../../schema/picture.ts';
import { Elsewhere } from '../../ui/elsewhere.ts';
import { ArticlePicture } from './article-figure.tsx';
import styles from './article-video.module.css';
import { useGonePicture } from './use-gone-picture.ts';

type Video = NonNullable<ArticleFile['video']>;

/** A picture with a button; the player, and with it the first request to anyone else, comes with the click. */
export function ArticleVideo({ video, title, picture }: { video: Video; title: string; picture: Picture | undefined }) {
  const [playing, setPlaying] = useState(false);
  // The player's host would learn what is in a draft.
  const mayPlay = use(Elsewhere) === undefined;
  return (
    <figure className={styles.figure}>
      <div className={styles.frame}>
        {playing ? (
          // The player needs both; it is another origin's, so that together they give it nothing of ours.
          <iframe
            className={styles.player}
            ref={(frame) => frame?.focus()}
            src={`https://www.youtube-nocookie.com/embed/${encodeURIComponent(video.id)}?autoplay=1`}
            title={title}
            // oxlint-disable-next-line react/iframe-missing-sandbox
            sandbox="allow-scripts allow-same-origin allow-presentation allow-popups allow-popups-to-escape-sandbox"
            allow="autoplay; encrypted-media; picture-in-picture; fullscreen"
            referrerPolicy="strict-origin-when-cross-origin"
          />
        ) : (
          <button type="button" className={styles.play} onClick={() => setPlaying(mayPlay)}>
            <Poster picture={picture} />
            <span className={styles.label}>
              <PlaySign />
              {articleStrings.playVideo}
            </span>
          </button>
        )}
      </div>
      <figcaption className={styles.note}>
        <bdi>{articleStrings.videoNote}</bdi>
      </figcaption>
    </figure>
  );
}

/** The article's own picture, else a plate: rules of a screen, drawn. */
function Poster({ picture }: { picture: Picture | undefined }) {
  const [gone, onGone] = useGonePicture(picture);
  if (!picture || gone) return <span className={styles.plate} />;
  return <ArticlePicture picture={picture} fit="cover" first onGone={onGone} />;
}

const PlaySign = () => (
  <svg className={styles.sign} viewBox="0 0 24 24" aria-hidden="true">
    <path d="M7 4.5v15l12.5-7.5z" />
  </svg>
);
