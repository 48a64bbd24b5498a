/** A fence around a part of the page that comes later or may stop: what goes wrong in it stays in it, with a sentence and a way on. */
import { Component, Suspense, type ErrorInfo, type ReactNode } from 'react';

interface FencedProps {
  readonly children: ReactNode;
  /** In place of what is still on its way. */
  readonly waiting: ReactNode;
  /** In place of what stopped. */
  readonly stopped: ReactNode;
  onStop(detail: string): void;
}

export class Fenced extends Component<FencedProps, { readonly stopped: boolean }> {
  override state = { stopped: false };

  static getDerivedStateFromError(): { stopped: boolean } {
    return { stopped: true };
  }

  override componentDidCatch(error: unknown, _info: ErrorInfo): void {
    this.props.onStop(error instanceof Error ? error.message : String(error));
  }

  override render(): ReactNode {
    return this.state.stopped ? this.props.stopped : <Suspense fallback={this.props.waiting}>{this.props.children}</Suspense>;
  }
}
