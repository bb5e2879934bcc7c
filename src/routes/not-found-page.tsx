import { NotFound } from '../features/shell/not-found.tsx';

export const NotFoundPage = () => <NotFound />;
