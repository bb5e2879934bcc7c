import { Card } from '../features/article/card.tsx';
import type { Card as CardData } from '../schema/card.ts';
import type { Picture } from '../schema/picture.ts';
import styles from './sandbox.module.css';
import { providerOf, sampleCard, titles } from './sandbox-samples.ts';
import { Section, State } from './sandbox-section.tsx';

/** Pictures by shape, of those that the publication has. */
export interface Shapes {
  wide: Picture | undefined;
  tall: Picture | undefined;
  panorama: Picture | undefined;
}

/** A picture that no file stands behind. */
const BROKEN: Picture = { id: 'brokenbroken', width: 640, height: 360, widths: [640] };

const pictured = (slug: string, image: Picture | undefined, changes: Partial<CardData> = {}): CardData =>
  sampleCard(slug, { ...changes, ...(image && { image }) });

const kinds = ({ wide, tall, panorama }: Shapes): readonly (readonly [name: string, card: CardData])[] => [
  ['with a picture', pictured('wide', wide)],
  ['read', pictured('read', wide)],
  ['draft', pictured('draft', wide, { draft: 'below-cut-off' })],
  [
    'cluster',
    pictured('cluster', wide, {
      heat: 1e6,
      coverage: { total: 13, providers: ['Meridian', 'Substation', 'Fieldnotes'].map(providerOf) },
    }),
  ],
  ['video', pictured('video', wide, { type: 'video' })],
  ['long title', pictured('long', wide, { title: titles.long })],
  ['right to left', pictured('rtl', wide, { title: titles.persian, lang: 'fa', provider: { name: 'دریانامه' } })],
  ['Chinese', pictured('zh', undefined, { title: titles.chinese, lang: 'zh' })],
  ['portrait', pictured('tall', tall)],
  ['panorama', pictured('panorama', panorama)],
  ['picture that fails', pictured('broken', BROKEN)],
  ['no picture', sampleCard('plain')],
  ['no excerpt', (({ excerpt: _excerpt, ...card }) => card)(sampleCard('bare', { title: titles.short }))],
];

const FORMS = ['lead', 'picture', 'tall', 'plain', 'brief'] as const;

/** Cards of every kind, then one card in every form. */
export function SandboxCards({ shapes }: { shapes: Shapes }) {
  const all = kinds(shapes);
  return (
    <>
      <Section name="Cards">
        <div className={styles.grid}>
          {all.map(([name, card], place) => (
            <State key={name} name={name}>
              <Card card={card} form={card.image ? 'picture' : 'plain'} position={place + 1} total={all.length} />
            </State>
          ))}
        </div>
      </Section>
      <Section name="Forms of a card">
        {FORMS.map((form, place) => (
          <State key={form} name={form}>
            <div className={form === 'lead' ? undefined : styles.narrow}>
              <Card card={pictured(`form-${form}`, shapes.wide)} form={form} position={place + 1} total={FORMS.length} />
            </div>
          </State>
        ))}
      </Section>
    </>
  );
}
