import { useEffect } from 'react';
import { useRouteError } from 'react-router';
import { FaultNote } from '../ui/fault-note.tsx';

/** What broke in drawing a page. A reload is the reader's to ask for. */
export function RouteFault() {
  const error = useRouteError();
  useEffect(() => {
    console.error(error);
  }, [error]);
  return <FaultNote kind="page" onRetry={() => window.location.reload()} />;
}
