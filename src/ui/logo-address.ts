import { basePath } from '../lib/base-path.ts';
import { logoFile } from '../schema/paths.ts';

/** Where a provider's logo lies: a file of ours, or an image service's address. */
export const logoAddress = (logo: string): string => (logo.startsWith('http') ? logo : basePath + logoFile(logo));
