import { PreviewRoom } from '../features/preview/preview-room.tsx';

export const PreviewPage = () => <PreviewRoom />;
