import { useCallback, useEffect, useRef, useState } from 'react';
import { readApiFailure, type ApiFailure } from '../api/apiFailure';

/**
 * Something that a person asks the backend for with a click.
 *
 * @internal
 */
export type RequestState<T> =
  | { type: 'idle' }
  | { type: 'sending' }
  | { type: 'sent'; answer: T }
  | { type: 'failed'; failure: ApiFailure };

/**
 * Sends a request on demand, one at a time, and keeps what came of the last one.
 *
 * @internal
 */
export function useRequest<T>(
  request: () => Promise<T>,
): [RequestState<T>, () => void] {
  const [state, setState] = useState<RequestState<T>>({ type: 'idle' });
  const isMounted = useRef(true);
  useEffect(() => {
    isMounted.current = true;
    return () => {
      isMounted.current = false;
    };
  }, []);
  const send = useCallback(async () => {
    setState({ type: 'sending' });
    let next: RequestState<T>;
    try {
      next = { type: 'sent', answer: await request() };
    } catch (error) {
      next = { type: 'failed', failure: readApiFailure(error) };
    }
    if (isMounted.current) setState(next);
  }, [request]);
  return [state, send];
}
