import {
  AcceptVpcEndpointConnectionsCommand,
  RejectVpcEndpointConnectionsCommand,
  type UnsuccessfulItem,
} from '@aws-sdk/client-ec2';
import type { Verdict } from '@postern/backstage-plugin-private-exposure-common';
import {
  type ConnectionRef,
  DecisionRefusedError,
} from '@postern/backstage-plugin-private-exposure-node';
import type { Ec2Caller } from '../../clients/ScopeCallers';
import { isAccessDeniedError, isRefusal } from '../../clients/errors';
import { toServiceId } from '../mapping/serviceArns';
import type { AwsScope } from '../../scopes';

/** What carrying out a verdict needs. @internal */
export interface DecideOptions {
  /** Where the exposure is. */
  scope: AwsScope;
  /** The scope's caller. */
  ec2: Ec2Caller;
  /** Ends the call early. Whether it took effect is then open. */
  signal: AbortSignal;
}

/**
 * Accepts or rejects one connection. To remove one that is up is to reject it: AWS has no other call for that, and no
 * field for a reason.
 *
 * @throws DecisionRefusedError if AWS said no and nothing has changed. Any other error leaves that open.
 * @internal
 */
export async function decide(
  ref: ConnectionRef,
  verdict: Verdict,
  { scope, ec2, signal }: DecideOptions,
): Promise<void> {
  const input = {
    ServiceId: toServiceId(scope, ref.exposureNativeId),
    VpcEndpointIds: [ref.nativeId],
  };
  const call = { signal, changes: true };
  let unsuccessful: UnsuccessfulItem[] | undefined;
  try {
    const answer =
      verdict === 'approve'
        ? await ec2.send(new AcceptVpcEndpointConnectionsCommand(input), call)
        : await ec2.send(new RejectVpcEndpointConnectionsCommand(input), call);
    unsuccessful = answer.Unsuccessful;
  } catch (error) {
    throw toDecisionError(error);
  }
  const refusal = refusalIn(unsuccessful);
  if (refusal) {
    throw new DecisionRefusedError(
      `AWS did not ${verdict} '${ref.nativeId}': ${refusal}`,
    );
  }
}

/**
 * Why AWS did not do what it was asked to, out of the list that comes with a status of 200; `undefined` if it did.
 *
 * @internal
 */
export function refusalIn(
  unsuccessful: readonly UnsuccessfulItem[] | undefined,
): string | undefined {
  const [item] = unsuccessful ?? [];
  if (!item) return undefined;
  const { Code, Message } = item.Error ?? {};
  return [Code, Message].filter(Boolean).join(': ') || 'no reason given';
}

function toDecisionError(error: unknown): unknown {
  if (isAccessDeniedError(error)) {
    // What AWS said word for word stays out: it may hold an encoded policy.
    const { action, accountId } = error;
    return new DecisionRefusedError(
      `The role in account ${accountId} may not call '${action}': allow that action, then decide again`,
    );
  }
  if (isRefusal(error)) {
    return new DecisionRefusedError(
      `AWS refused the call: ${error.name}: ${error.message}`,
    );
  }
  return error;
}
