import {
  type Noticed,
  toFacts,
} from '@postern/backstage-plugin-private-exposure-node';
import type {
  AwsInspection,
  BlindSpot,
  InspectedLoadBalancer,
  Seen,
} from '../inspection/AwsInspection';
import { hopIds } from '../inspection/hops/hopIds';
import { seenOr } from '../inspection/look';
import type { DiagnosisRule } from './DiagnosisRule';

interface Blind {
  blind: BlindSpot & { action: string };
  hopId: string;
}

/**
 * Something could not be looked at for lack of a permission. What hangs on it is unknown, not well.
 *
 * @internal
 */
export const permissionMissing: DiagnosisRule = {
  id: 'aws/permission-missing',
  severity: 'warning',
  breaksTraffic: false,
  check: inspection => {
    const byAction = new Map<string, Noticed>();
    for (const { blind, hopId } of blindSpotsOf(inspection)) {
      const key = `${blind.accountId} ${blind.action}`;
      if (!byAction.has(key)) byAction.set(key, toNoticed(blind, hopId));
    }
    return [...byAction.values()];
  },
};

function toNoticed(blind: Blind['blind'], hopId: string): Noticed {
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

function blindSpotsOf(inspection: AwsInspection): Blind[] {
  const service = hopIds.endpointService;
  return [
    ...blindAt(inspection.grants, service),
    ...inspection.loadBalancers.flatMap(blindSpotsBehind),
    ...inspection.consumers.flatMap(({ endpoint }) => [
      ...blindAt(endpoint, service),
      ...blindAt(seenOr(endpoint)?.subnets, service),
      ...blindAt(seenOr(endpoint)?.vpcDns, service),
    ]),
  ];
}

function blindSpotsBehind(loadBalancer: InspectedLoadBalancer): Blind[] {
  const hopId = hopIds.loadBalancer(loadBalancer.arn);
  const { description, crossZone, subnets, securityGroups } = loadBalancer;
  const { listeners, targetGroups } = loadBalancer;
  const parts = [description, crossZone, subnets, securityGroups];
  return [
    ...[...parts, listeners, targetGroups].flatMap(part =>
      blindAt(part, hopId),
    ),
    ...(seenOr(listeners) ?? []).flatMap(({ customIdleTimeout }) =>
      blindAt(customIdleTimeout, hopId),
    ),
    ...(seenOr(targetGroups) ?? []).flatMap(({ arn, targets }) =>
      blindAt(targets, hopIds.targetGroup(arn)),
    ),
  ];
}

function blindAt(seen: Seen<unknown> | undefined, hopId: string): Blind[] {
  if (seen?.type !== 'unseen') return [];
  const { action, ...blind } = seen.blind;
  // Without an action, it was not a permission that was missing; another rule speaks of that.
  return action ? [{ blind: { ...blind, action }, hopId }] : [];
}
