import { delay, HttpResponse, http, type RequestHandler } from 'msw';
import type { PretendSite } from './pretend-site.ts';

/**
 * How the pretend site misbehaves. slow: each answer takes 3 s. offline: no answer. failing: 503. truncated: cut off halfway.
 * html: the sign-in page of a captive portal, with status 200. missing: 404 for all.
 */
export const FAULTS = ['slow', 'offline', 'failing', 'truncated', 'html', 'missing'] as const;
export type Fault = (typeof FAULTS)[number];

const json = { 'Content-Type': 'application/json' };

/** One transparent pixel, for whatever picture is asked for. */
const PIXEL = Uint8Array.from(atob('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'), (sign) => sign.charCodeAt(0));

async function answer(text: string | undefined, fault: Fault | undefined): Promise<Response> {
  if (fault === 'offline') return HttpResponse.error();
  if (fault === 'failing') return new HttpResponse('Service unavailable', { status: 503 });
  if (fault === 'html') return HttpResponse.html('<!doctype html><title>Welcome to our hotel</title><p>Please sign in.');
  if (fault === 'slow') await delay(3000);
  if (text === undefined || fault === 'missing') return new HttpResponse('Not found', { status: 404 });
  return new HttpResponse(fault === 'truncated' ? text.slice(0, text.length / 2) : text, { headers: json });
}

/**
 * Answers for everything below `data/` and `img/`. `faultOf` says for each path how it fails, if at all, and may take its time to;
 * `site` is asked anew each time.
 */
export function siteHandlers(
  site: () => PretendSite,
  faultOf: (path: string) => Fault | undefined | Promise<undefined> = () => undefined,
): RequestHandler[] {
  return [
    http.get(/\/(?:__drafts\/)?data\/.+\.json$/, async ({ request }) => {
      const path = decodeURIComponent(new URL(request.url).pathname).replace(/^.*?\/(?=data\/)/, '');
      return answer(site().get(path), await faultOf(path));
    }),
    http.get(/\/img\/.+/, () => new HttpResponse(PIXEL, { headers: { 'Content-Type': 'image/gif' } })),
  ];
}
