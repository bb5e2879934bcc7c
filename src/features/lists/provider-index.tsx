import { listStrings } from '../../lib/later-strings.ts';
import { strings } from '../../lib/strings.ts';
import { Byline } from '../../ui/byline.tsx';
import { NameIndex } from './name-index.tsx';

/** All providers. */
export const ProviderIndex = () => (
  <NameIndex
    kind="provider"
    title={strings.providers}
    label={listStrings.providers}
    renderName={({ name, provider = { name } }) => <Byline provider={provider} linked />}
  />
);
