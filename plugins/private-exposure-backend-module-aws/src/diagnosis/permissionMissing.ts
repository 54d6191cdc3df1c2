import {
  type DiagnosisRule,
  type Noticed,
  toFacts,
} from '@postern/backstage-plugin-private-exposure-node';
import { hopIds } from '../inspection/hops/hopIds';
import type { InspectedLoadBalancer } from '../inspection/InspectedLoadBalancer';
import { seenOr } from '../inspection/look';
import type { BlindSpot, Seen } from '../inspection/Seen';

/** Something that was looked at, or not, and the hop that it tells about. @internal */
export interface Look {
  /** What came of it; left out where nobody had to look. */
  seen: Seen<unknown> | undefined;
  /** The hop. */
  hopId: string;
}

/**
 * Something could not be looked at for lack of a permission. What hangs on it is unknown, not well.
 *
 * @param looksOf - All looks that an inspection took.
 * @internal
 */
export function permissionMissing<Inspection>(
  looksOf: (inspection: Inspection) => Look[],
): DiagnosisRule<Inspection> {
  return {
    id: 'aws/permission-missing',
    severity: 'warning',
    breaksTraffic: false,
    check: inspection => {
      const byAction = new Map<string, Noticed>();
      for (const { seen, hopId } of looksOf(inspection)) {
        if (seen?.type !== 'unseen') continue;
        const { action, accountId } = seen.blind;
        const key = `${accountId} ${action}`;
        // Without an action, it was not a permission that was missing; another rule speaks of that.
        if (action === undefined || byAction.has(key)) continue;
        byAction.set(key, toNoticed({ ...seen.blind, action }, hopId));
      }
      return [...byAction.values()];
    },
  };
}

function toNoticed(
  blind: BlindSpot & { action: string },
  hopId: string,
): Noticed {
  const { action, accountId, message } = blind;
  return {
    message: `Account ${accountId} does not let us call '${action}', so a part of this could not be looked at`,
    remedy:
      action === 'sts:AssumeRole'
        ? `Check the entry of account ${accountId} under 'aws', and that its role trusts this backend.`
        : `Allow '${action}' for the role in account ${accountId}; the reader's policy in the documentation has it.`,
    hopId,
    evidence: toFacts({ 'AWS says': message }),
  };
}

/**
 * The looks that were taken at a load balancer and what is behind it.
 *
 * @internal
 */
export function looksAtLoadBalancer(
  loadBalancer: InspectedLoadBalancer,
): Look[] {
  const hopId = hopIds.loadBalancer(loadBalancer.arn);
  const { description, crossZone, subnets, securityGroups } = loadBalancer;
  const { listeners, targetGroups } = loadBalancer;
  const parts = [description, crossZone, subnets, securityGroups];
  return [
    ...[...parts, listeners, targetGroups].map(seen => ({ seen, hopId })),
    ...(seenOr(listeners) ?? []).map(({ customIdleTimeout: seen }) => ({
      seen,
      hopId,
    })),
    ...(seenOr(targetGroups) ?? []).flatMap(group =>
      [group.targets, group.crossZone].map(seen => ({
        seen,
        hopId: hopIds.targetGroup(group.arn),
      })),
    ),
  ];
}
