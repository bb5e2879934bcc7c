import { useEffect } from 'react';
import { useSettings } from '../store/reader-context.tsx';

/** Keeps the page in the chosen theme; before the first paint the script in index.html has set it. */
export function ApplyTheme() {
  const { theme } = useSettings();
  useEffect(() => {
    if (theme === 'auto') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, [theme]);
  return null;
}
