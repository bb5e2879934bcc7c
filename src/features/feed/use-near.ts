import { type RefObject, useEffect, useState } from 'react';

/** Loaded and drawn this far ahead, in screens. */
const AHEAD = '150% 0px';

/**
 * Whether an element is near the viewport. One with the focus inside stays near until that leaves. onLeave gets its height (px).
 */
export function useNear(element: RefObject<HTMLElement | null>, initially: boolean, onLeave: (height: number) => void) {
  const [near, setNear] = useState(initially);
  useEffect(() => {
    const target = element.current;
    if (!target) return;
    const observer = new IntersectionObserver(
      (entries) => {
        const entry = entries.at(-1);
        if (!entry) return;
        if (entry.isIntersecting) return setNear(true);
        if (target.contains(document.activeElement)) return;
        onLeave(entry.boundingClientRect.height);
        setNear(false);
      },
      { rootMargin: AHEAD },
    );
    // Observing anew tells again where it is: what kept it may be gone.
    const look = () => {
      observer.unobserve(target);
      observer.observe(target);
    };
    look();
    target.addEventListener('focusout', look);
    return () => {
      observer.disconnect();
      target.removeEventListener('focusout', look);
    };
  }, [element, onLeave]);
  return [near, setNear] as const;
}
