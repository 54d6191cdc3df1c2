import { useCallback, useEffect, useReducer, useRef } from 'react';
import { readApiFailure, type ApiFailure } from '../api/apiFailure';
import { useLiveUpdates } from './useLiveUpdates';

/**
 * What a view knows about an answer of the backend.
 *
 * @internal
 */
export type LiveQuery<T> =
  | { type: 'loading' }
  | { type: 'failed'; failure: ApiFailure; retry: () => void }
  | {
      type: 'ready';
      value: T;
      /** When `value` was loaded. */
      loadedAt: Date;
      /** Why a later load failed; `value` is then older than it should be. */
      refreshFailure?: ApiFailure;
      isRefreshing: boolean;
      refresh: () => void;
    };

type Load<T> = (signal: AbortSignal) => Promise<T>;

interface State<T> {
  load: Load<T>;
  answer?: { value: T; loadedAt: Date };
  failure?: ApiFailure;
  isLoading: boolean;
}

type Action<T> =
  | { type: 'started'; load: Load<T>; keep: boolean }
  | { type: 'succeeded'; load: Load<T>; value: T }
  | { type: 'failed'; load: Load<T>; failure: ApiFailure };

function reduce<T>(state: State<T>, action: Action<T>): State<T> {
  const { load } = action;
  const isSame = state.load === load;
  switch (action.type) {
    case 'started': {
      const answer = isSame || action.keep ? state.answer : undefined;
      const failure = isSame ? state.failure : undefined;
      return { load, answer, failure, isLoading: true };
    }
    case 'succeeded': {
      const answer = { value: action.value, loadedAt: new Date() };
      return { load, answer, isLoading: false };
    }
    default: {
      const { failure } = action;
      // A refused view shows nothing more, also not what was allowed before.
      const answer = failure.type === 'forbidden' ? undefined : state.answer;
      return { load, answer, failure, isLoading: false };
    }
  }
}

/**
 * Loads something, keeps it up to date, and keeps what it has when a later load fails.
 *
 * @internal
 */
export function useLiveQuery<T>(options: {
  /** Must be stable; another one means another question. */
  load: Load<T>;
  /** Show the old answer until the one to another question is there, as a listing does when its filter changes. */
  keepWhileChanging?: boolean;
}): LiveQuery<T> {
  const { load, keepWhileChanging: keep = false } = options;
  const [state, dispatch] = useReducer(reduce<T>, { load, isLoading: true });
  const run = useRef<() => void>();

  useEffect(() => {
    const controller = new AbortController();
    let isRunning = false;
    let isWanted = false;
    const start = async () => {
      // One load at a time: a burst of signals must not end each load before it answers.
      isWanted = true;
      if (isRunning) return;
      isRunning = true;
      while (isWanted && !controller.signal.aborted) {
        isWanted = false;
        dispatch({ type: 'started', load, keep });
        try {
          const value = await load(controller.signal);
          if (controller.signal.aborted) return;
          dispatch({ type: 'succeeded', load, value });
        } catch (error) {
          if (controller.signal.aborted) return;
          dispatch({ type: 'failed', load, failure: readApiFailure(error) });
        }
      }
      isRunning = false;
    };
    run.current = start;
    start();
    return () => controller.abort();
  }, [load, keep]);

  const refresh = useCallback(() => run.current?.(), []);
  useLiveUpdates({ onUpdate: refresh });
  return toLiveQuery({ state, load, keep, refresh });
}

function toLiveQuery<T>(options: {
  state: State<T>;
  load: Load<T>;
  keep: boolean;
  refresh: () => void;
}): LiveQuery<T> {
  const { state, load, keep, refresh } = options;
  const isCurrent = state.load === load;
  if (state.answer && (isCurrent || keep)) {
    return {
      type: 'ready',
      ...state.answer,
      refreshFailure: isCurrent ? state.failure : undefined,
      isRefreshing: !isCurrent || state.isLoading,
      refresh,
    };
  }
  if (isCurrent && state.failure) {
    return { type: 'failed', failure: state.failure, retry: refresh };
  }
  return { type: 'loading' };
}
