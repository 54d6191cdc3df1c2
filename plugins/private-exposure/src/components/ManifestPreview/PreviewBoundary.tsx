import { Component, type ReactNode } from 'react';
import { readApiFailure, type ApiFailure } from '../../api/apiFailure';
import { FailedPreview } from './FailedPreview';

interface BoundaryState {
  failure?: ApiFailure;
}

/**
 * Keeps a preview that can't be loaded or drawn from taking the form with it, and says why it is not there.
 *
 * @internal
 */
export class PreviewBoundary extends Component<
  { children: ReactNode },
  BoundaryState
> {
  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { failure: readApiFailure(error) };
  }

  state: BoundaryState = {};

  render() {
    const { failure } = this.state;
    return failure ? <FailedPreview failure={failure} /> : this.props.children;
  }
}
