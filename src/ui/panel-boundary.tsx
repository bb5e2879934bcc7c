import { Component, type ErrorInfo, type ReactNode } from 'react';
import { FaultNote } from './fault-note.tsx';

/** A panel that breaks in drawing takes nothing else with it. */
export class PanelBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return <FaultNote kind="page" onRetry={() => this.setState({ broken: false })} />;
  }
}
