import * as v from 'valibot';
import { Picture } from './picture.ts';

/** Body text as a closed tree: no node holds markup, so that rendering needs no HTML sink. `href` is http(s) only, written by `URL`. */
export type Inline =
  | string
  | { type: 'emphasis' | 'strong'; children: Inline[] }
  | { type: 'code'; text: string }
  | { type: 'link'; href: string; children: Inline[] }
  | { type: 'break' };
export type Block =
  | { type: 'paragraph'; children: Inline[] }
  | { type: 'heading'; level: 2 | 3 | 4; children: Inline[] }
  | { type: 'quote'; children: Block[] }
  | { type: 'list'; start?: number | undefined; items: Block[][] }
  | { type: 'code'; text: string; language?: string | undefined }
  | { type: 'picture'; picture: Picture; alt: string }
  | { type: 'rule' };

export const Inline: v.GenericSchema<Inline> = v.union([
  v.string(),
  v.object({ type: v.picklist(['emphasis', 'strong']), children: v.array(v.lazy(() => Inline)) }),
  v.object({ type: v.literal('code'), text: v.string() }),
  v.object({ type: v.literal('link'), href: v.string(), children: v.array(v.lazy(() => Inline)) }),
  v.object({ type: v.literal('break') }),
]);

/** A list with `start` is numbered from there; one without is not numbered. */
export const Block: v.GenericSchema<Block> = v.union([
  v.object({ type: v.literal('paragraph'), children: v.array(Inline) }),
  v.object({ type: v.literal('heading'), level: v.picklist([2, 3, 4]), children: v.array(Inline) }),
  v.object({ type: v.literal('quote'), children: v.array(v.lazy(() => Block)) }),
  v.object({ type: v.literal('list'), start: v.optional(v.number()), items: v.array(v.array(v.lazy(() => Block))) }),
  v.object({ type: v.literal('code'), text: v.string(), language: v.optional(v.string()) }),
  v.object({ type: v.literal('picture'), picture: Picture, alt: v.string() }),
  v.object({ type: v.literal('rule') }),
]);
