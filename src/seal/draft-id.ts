import { hex, utf8 } from './bytes.ts';
import { sha256 } from './derive.ts';

/**
 * A draft's address below `#/d/`: 20 hex digits of a hash of its slug, the same in every build. Whoever knows a slug can work
 * it out, so that the address leads on when the slug has become public; nobody can work out the slug.
 */
export const draftId = async (slug: string): Promise<string> => hex(await sha256(utf8(`tearsheet draft ${slug}`))).slice(0, 20);
