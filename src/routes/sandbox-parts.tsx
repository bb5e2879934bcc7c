import { draftStrings } from '../lib/draft-strings.ts';
import { DraftReason } from '../schema/card.ts';
import { Badge, BadgeStack } from '../ui/badge.tsx';
import { Byline } from '../ui/byline.tsx';
import { DateTime } from '../ui/date-time.tsx';
import { FaultNote } from '../ui/fault-note.tsx';
import { Proof } from '../ui/proof.tsx';
import styles from './sandbox.module.css';
import { inkProviders, providerOf, scriptProviders } from './sandbox-samples.ts';
import { BothThemes, Section, State } from './sandbox-section.tsx';

const ago = (ms: number): string => new Date(Date.now() - ms).toISOString();
const HOUR = 3_600_000;

/** Parts without a subject. */
export const SandboxParts = ({ logo }: { logo: string | undefined }) => (
  <>
    <Section name="Badges and bylines">
      <BothThemes>
        <div className={styles.row}>
          {inkProviders.map((provider) => (
            <Badge key={provider.name} provider={provider} />
          ))}
        </div>
        <div className={styles.row}>
          {scriptProviders.map((provider) => (
            <Badge key={provider.name} provider={provider} size="large" />
          ))}
          {logo !== undefined && <Badge provider={{ name: 'Logo', logo }} size="large" />}
        </div>
        <BadgeStack providers={inkProviders.slice(0, 4)} />
        <Byline provider={providerOf('Harbour Post')} linked>
          <DateTime value={ago(2 * HOUR)} />
        </Byline>
        <Byline
          provider={providerOf('The Quarterly Transactions of the Society of Estuarine and Coastal Engineering Correspondents')}
        >
          <DateTime value={ago(30 * 24 * HOUR)} />
        </Byline>
        <Byline provider={{ name: 'دریانامه' }}>
          <DateTime value={ago(30 * 24 * HOUR)} />
        </Byline>
      </BothThemes>
    </Section>
    <Section name="Notes">
      <div className={styles.grid}>
        {(['offline', 'missing', 'refused', 'broken', 'page'] as const).map((kind) => (
          <State key={kind} name={kind}>
            <FaultNote kind={kind} onRetry={() => undefined} />
          </State>
        ))}
      </div>
    </Section>
    <Section name="Proofs">
      <BothThemes>
        {DraftReason.options.map((reason) => (
          <Proof key={reason} reason={reason}>
            <p>{draftStrings.note}</p>
          </Proof>
        ))}
      </BothThemes>
    </Section>
  </>
);
