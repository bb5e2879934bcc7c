import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import type { OpenDrafts } from '../../data/drafts.ts';
import { publicPage } from '../../data/public-records.ts';
import { articleHref } from '../../lib/href.ts';
import { previewStrings } from '../../lib/preview-strings.ts';
import { reviewStrings as words } from '../../lib/review-strings.ts';

/** At the address of what is no draft: leads on to the public page once there is one. */
export function GoneDraft({ id, drafts }: { id: string; drafts: OpenDrafts }) {
  const navigate = useNavigate();
  const [found, show] = useState<'asking' | 'public' | 'nothing'>('asking');
  useEffect(() => {
    let left = false;
    void publicPage(drafts, id)
      .catch(() => undefined)
      .then((page) => {
        if (left) return;
        show(page ? 'public' : 'nothing');
        if (page) void navigate(articleHref(page), { replace: true });
      });
    return () => {
      left = true;
    };
  }, [id, drafts, navigate]);
  return (
    <p role="status">{found === 'nothing' ? previewStrings.gone : found === 'public' ? words.leads : previewStrings.loading}</p>
  );
}
