import { ProviderIndex } from '../features/lists/provider-index.tsx';
import { TopicIndex } from '../features/lists/topic-index.tsx';

export const TopicsPage = () => <TopicIndex />;
export const ProvidersPage = () => <ProviderIndex />;
