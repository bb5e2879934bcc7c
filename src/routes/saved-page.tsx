import { Saved } from '../features/saved/saved.tsx';

export const SavedPage = () => <Saved />;
