import {
  type Action,
  DescribeListenerAttributesCommand,
  DescribeListenersCommand,
  type Listener as ElbListener,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { isError } from '@backstage/errors';
import { mapWithLimit } from '@postern/backstage-plugin-private-exposure-node';
import { readAll } from '../clients/readPages';
import type { Listener } from './InspectedLoadBalancer';
import { type InspectionContext, LOOKS_AT_ONCE } from './InspectionContext';
import { look } from './look';

/** What AWS uses where nobody set an idle timeout, in seconds (Network Load Balancer guide, "Listeners"). */
const DEFAULT_IDLE_TIMEOUT = '350';

/**
 * Reads a load balancer's listeners.
 *
 * @param withIdleTimeout - Whether to look at idle timeouts too, which costs a call for each listener.
 * @internal
 */
export async function readListeners(
  loadBalancerArn: string,
  withIdleTimeout: boolean,
  context: InspectionContext,
): Promise<Listener[]> {
  const { callers, signal } = context;
  const listeners = await readAll(
    Marker =>
      callers.elb.send(
        new DescribeListenersCommand({
          LoadBalancerArn: loadBalancerArn,
          Marker,
        }),
        { signal },
      ),
    { items: page => page.Listeners, nextToken: page => page.NextMarker },
  );
  const known = listeners.flatMap(listener => toListener(listener) ?? []);
  if (!withIdleTimeout) return known;
  return mapWithLimit(known, LOOKS_AT_ONCE, async listener =>
    listener.protocol === 'TCP'
      ? {
          ...listener,
          customIdleTimeout: await look(() =>
            readCustomIdleTimeout(listener.arn, context),
          ),
        }
      : listener,
  );
}

/**
 * A listener as the rules read it; `undefined` for an entry without an ARN.
 *
 * @internal
 */
export function toListener(listener: ElbListener): Listener | undefined {
  if (!listener.ListenerArn) return undefined;
  return {
    arn: listener.ListenerArn,
    port: listener.Port,
    protocol: listener.Protocol ?? '',
    targetGroupArns: forwardedTo(listener.DefaultActions),
    certificateArns: (listener.Certificates ?? []).flatMap(
      ({ CertificateArn }) => CertificateArn ?? [],
    ),
  };
}

/**
 * The target groups that actions forward to, each once.
 *
 * @internal
 */
export function forwardedTo(actions: readonly Action[] | undefined): string[] {
  const arns = (actions ?? []).flatMap(({ TargetGroupArn, ForwardConfig }) => [
    ...(TargetGroupArn ? [TargetGroupArn] : []),
    ...(ForwardConfig?.TargetGroups ?? []).flatMap(
      group => group.TargetGroupArn ?? [],
    ),
  ]);
  return [...new Set(arns)];
}

async function readCustomIdleTimeout(
  listenerArn: string,
  { callers, signal }: InspectionContext,
): Promise<number | undefined> {
  try {
    const { Attributes } = await callers.elb.send(
      new DescribeListenerAttributesCommand({ ListenerArn: listenerArn }),
      { signal },
    );
    const value = Attributes?.find(
      ({ Key }) => Key === 'tcp.idle_timeout.seconds',
    )?.Value;
    return value && value !== DEFAULT_IDLE_TIMEOUT ? Number(value) : undefined;
  } catch (error) {
    // Where the operation does not exist yet, as in partitions that lag behind, nobody can have set a timeout.
    if (isError(error) && error.name === 'InvalidAction') return undefined;
    throw error;
  }
}
