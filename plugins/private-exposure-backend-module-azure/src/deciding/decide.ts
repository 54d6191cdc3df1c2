import type { Verdict } from '@postern/backstage-plugin-private-exposure-common';
import {
  CloudBusyError,
  type ConnectionRef,
  DecisionRefusedError,
} from '@postern/backstage-plugin-private-exposure-node';
import type { ArmCaller } from '../clients/ArmCaller';
import {
  isAccessDeniedError,
  isBusy,
  isNotFound,
  isRefusal,
  isThrottled,
} from '../clients/errors';
import type { WriteQueue } from '../clients/WriteQueue';
import { fromAnswer } from '../mapping/LinkConnection';
import { isFrontDoorId, parentId } from '../mapping/resourceIds';
import { toConnectionBody } from './toConnectionBody';

/** What carrying out a verdict needs. @internal */
export interface DecideOptions {
  /** Calls the subscription that the connection lies in. */
  arm: ArmCaller;
  /** Keeps changes of one resource apart. */
  writes: WriteQueue;
  /** Ends the call early. Whether it took effect is then open. */
  signal: AbortSignal;
}

/**
 * Approves, rejects or removes one connection of a private link service or of any other resource that has some. The
 * reason becomes the connection's description, which the consumer can read.
 *
 * @remarks
 * To remove a connection is to delete it: the consumer's endpoint becomes `Disconnected` and cannot be brought back, so
 * the consumer has to create it anew.
 *
 * @throws DecisionRefusedError if Azure said no and nothing has changed; CloudBusyError if another change is under way
 * and nothing has changed yet. Any other error leaves that open.
 * @internal
 */
export async function decide(
  ref: ConnectionRef,
  verdict: Verdict,
  reason: string,
  { arm, writes, signal }: DecideOptions,
): Promise<void> {
  requireOwnResource(ref);
  let hasBegun = false;
  const act = async () => {
    hasBegun = true;
    if (verdict === 'remove') {
      await arm.change('DELETE', ref.nativeId, { signal });
      return;
    }
    // A provider may take a change of what is not there for a new one; what is there also tells its own spelling.
    const now = await arm.get(ref.nativeId, signal);
    const body = toConnectionBody(now, { verdict, reason });
    const after = await arm.change('PUT', ref.nativeId, { body, signal });
    if (after) requireEffect(ref, verdict, { now, after });
  };
  try {
    await writes.run(parentId(ref.nativeId), act, signal);
  } catch (error) {
    throw hasBegun
      ? toDecisionError(error, verdict, ref.nativeId)
      : new CloudBusyError(
          `Azure was not asked to ${verdict} '${ref.nativeId}': other changes were ahead for too long`,
        );
  }
}

/**
 * A Front Door names resources and texts as its owner likes, so that what it leads to is not its owner's to open: neither
 * its own way in, nor what others asked for in the same words.
 */
function requireOwnResource({ exposureNativeId, nativeId }: ConnectionRef) {
  if (isFrontDoorId(exposureNativeId)) {
    throw new DecisionRefusedError(
      `'${nativeId}' is not decided on through the Front Door that it belongs to: whoever owns '${parentId(
        nativeId,
      )}' decides on it there`,
    );
  }
}

/** An answer that speaks of success and holds the connection as it was is a refusal without a reason. */
function requireEffect(
  ref: ConnectionRef,
  verdict: 'approve' | 'reject',
  answers: { now: Record<string, unknown>; after: Record<string, unknown> },
): void {
  const before = fromAnswer(answers.now, parentId(ref.nativeId));
  const after = fromAnswer(answers.after, parentId(ref.nativeId));
  const wanted = verdict === 'approve' ? 'approved' : 'rejected';
  const isUnchanged =
    after?.status !== undefined &&
    after.status === before?.status &&
    after.status.toLowerCase() !== wanted &&
    /^succeeded$/i.test(after.provisioningState);
  if (isUnchanged) {
    throw new DecisionRefusedError(
      `Azure did not ${verdict} '${ref.nativeId}': it answered that all is well and left the connection '${after.status}'`,
    );
  }
}

function toDecisionError(
  error: unknown,
  verdict: Verdict,
  nativeId: string,
): unknown {
  if (isBusy(error) || isThrottled(error)) {
    return new CloudBusyError(
      `Azure did not ${verdict} '${nativeId}' yet: ${error.message}`,
    );
  }
  if (isAccessDeniedError(error)) {
    const { action, subscriptionId } = error;
    return new DecisionRefusedError(
      `The identity may not do '${action}' in subscription ${subscriptionId}: assign a role with that action, then decide again`,
    );
  }
  if (isNotFound(error)) {
    return new DecisionRefusedError(
      `Azure did not ${verdict} '${nativeId}': it does not exist any more`,
    );
  }
  if (isRefusal(error)) {
    return new DecisionRefusedError(
      `Azure did not ${verdict} '${nativeId}': ${error.message}`,
    );
  }
  return error;
}
