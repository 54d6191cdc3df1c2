import { useCallback, useRef, useState } from 'react';
import { useAnalytics, useApi } from '@backstage/core-plugin-api';
import {
  hasEnded,
  type Decision,
} from '@postern/backstage-plugin-private-exposure-common';
import { readApiFailure, type ApiFailure } from '../../api/apiFailure';
import { privateExposureApiRef } from '../../api/privateExposureApiRef';
import { useIsReasonRequired } from '../../hooks/useIsReasonRequired';
import { createIdempotencyKey } from './createIdempotencyKey';
import type { DecisionTarget } from './DecisionTarget';
import { useFollowedDecision } from './useFollowedDecision';

/**
 * Where a decision dialog is, with what can be done from there.
 *
 * @internal
 */
export type DecisionDialogState =
  | {
      type: 'editing';
      reason: string;
      setReason: (reason: string) => void;
      /** Why the backend did not take what was sent before. */
      rejection?: ApiFailure;
      isReasonRequired: boolean;
      /** Missing while there is no reason, where one is required. */
      submit?: () => void;
    }
  | { type: 'submitting' }
  /** No answer came; whether the decision is stored is unknown, and sending again is safe. */
  | { type: 'unsent'; failure: ApiFailure; retry: () => void }
  /** The backend said no, and would say so again. */
  | { type: 'refused'; failure: ApiFailure }
  | { type: 'following'; decision: Decision; isPollFailing: boolean }
  | { type: 'ended'; decision: Decision };

type Sending =
  | { type: 'not-sent'; rejection?: ApiFailure }
  | { type: 'sending' }
  | { type: 'failed'; failure: ApiFailure }
  | { type: 'stored'; decision: Decision };

/**
 * The state of a dialog that decides one connection.
 *
 * @internal
 */
export function useDecisionDialogState(
  target: DecisionTarget,
): DecisionDialogState {
  const isReasonRequired = useIsReasonRequired();
  const [reason, setReason] = useState('');
  const { sending, send } = useSending(target, reason.trim());
  const followed = useFollowedDecision(
    sending.type === 'stored' ? sending.decision : undefined,
  );

  if (followed) {
    return hasEnded(followed.decision)
      ? { type: 'ended', decision: followed.decision }
      : { type: 'following', ...followed };
  }
  switch (sending.type) {
    case 'failed': {
      const { failure } = sending;
      return failure.type === 'forbidden' || failure.type === 'conflict'
        ? { type: 'refused', failure }
        : { type: 'unsent', failure, retry: send };
    }
    case 'not-sent':
      return {
        type: 'editing',
        reason,
        setReason,
        rejection: sending.rejection,
        isReasonRequired,
        submit: isReasonRequired && reason.trim() === '' ? undefined : send,
      };
    default:
      return { type: 'submitting' };
  }
}

function useSending(target: DecisionTarget, reason: string) {
  const api = useApi(privateExposureApiRef);
  const analytics = useAnalytics();
  const [sending, setSending] = useState<Sending>({ type: 'not-sent' });
  const key = useRef<string>();

  const send = useCallback(async () => {
    const { connection, exposure, verdict } = target;
    key.current ??= createIdempotencyKey();
    setSending({ type: 'sending' });
    try {
      const decision = await api.decideConnection(connection.id, {
        verdict,
        reason,
        seen: { state: connection.state },
        idempotencyKey: key.current,
      });
      setSending({ type: 'stored', decision });
      const { entityRef } = exposure;
      analytics.captureEvent(verdict, exposure.id, {
        attributes: entityRef ? { entityRef } : {},
      });
    } catch (error) {
      const failure = readApiFailure(error);
      if (failure.type === 'invalid') {
        // What is sent next is another request, and a key stands for one.
        key.current = undefined;
        setSending({ type: 'not-sent', rejection: failure });
      } else {
        setSending({ type: 'failed', failure });
      }
    }
  }, [analytics, api, reason, target]);

  return { sending, send };
}
