import {
  type Noticed,
  toFacts,
} from '@postern/backstage-plugin-private-exposure-node';
import type {
  AzureInspection,
  BlindSpot,
  FrontDoorInspection,
  Seen,
  ServicePath,
} from '../inspection/AzureInspection';
import { hopIds } from '../inspection/hops/hopIds';
import { seenOr } from '../inspection/look';
import { canonicalId } from '../mapping/resourceIds';
import type { DiagnosisRule } from './DiagnosisRule';

interface Blind {
  blind: BlindSpot & { action: string };
  hopId: string;
}

/**
 * Something could not be looked at for lack of a role. What hangs on it is unknown, not well.
 *
 * @internal
 */
export const permissionMissing: DiagnosisRule = {
  id: 'azure/permission-missing',
  severity: 'warning',
  breaksTraffic: false,
  source: 'Azure RBAC: AuthorizationFailed',
  check: inspection => {
    const byAction = new Map<string, Noticed>();
    for (const { blind, hopId } of blindSpotsOf(inspection)) {
      const key = `${blind.subscriptionId} ${blind.action}`;
      if (!byAction.has(key)) byAction.set(key, toNoticed(blind, hopId));
    }
    return [...byAction.values()];
  },
};

function toNoticed(blind: Blind['blind'], hopId: string): Noticed {
  const { action, subscriptionId, message } = blind;
  return {
    message: `Subscription ${subscriptionId} does not let us do '${action}', so a part of this could not be looked at`,
    remedy: `Assign a role with '${action}' in subscription ${subscriptionId}; the reader's role in the documentation has it.`,
    hopId,
    evidence: toFacts({ 'What happened': message }),
  };
}

function blindSpotsOf(inspection: AzureInspection): Blind[] {
  if (inspection.type === 'front-door')
    return blindSpotsOfFrontDoor(inspection);
  const isService = inspection.type === 'service';
  const { id } = isService ? inspection.path.service : inspection.resource;
  const hopId = hopIds.linkTarget(canonicalId(id));
  return [
    ...(isService ? blindSpotsOnPath(inspection.path) : []),
    ...inspection.consumers.flatMap(({ endpoint }) => blindAt(endpoint, hopId)),
  ];
}

function blindSpotsOfFrontDoor({
  profile,
  domains,
  firewalls,
  origins,
}: FrontDoorInspection): Blind[] {
  return [
    ...blindAt(profile.endpoints, hopIds.frontDoor),
    ...blindAt(domains, hopIds.frontDoor),
    ...blindAt(origins, hopIds.origins),
    ...blindAt(firewalls, hopIds.firewall),
    ...(seenOr(firewalls) ?? []).flatMap(({ policy }) =>
      blindAt(policy, hopIds.firewall),
    ),
    ...(seenOr(origins) ?? []).flatMap(({ origin, path }) => {
      const id = canonicalId(origin.privateLink?.resourceId ?? '');
      const seen = seenOr(path);
      return [
        ...blindAt(path, hopIds.linkTarget(id)),
        ...(seen ? blindSpotsOnPath(seen) : []),
      ];
    }),
  ];
}

function blindSpotsOnPath({
  service,
  loadBalancers,
  natSubnets,
}: ServicePath): Blind[] {
  return [
    ...loadBalancers.flatMap(({ id, description }) =>
      blindAt(description, hopIds.loadBalancer(id)),
    ),
    ...natSubnets.flatMap(({ description }) =>
      blindAt(description, hopIds.linkTarget(service.id)),
    ),
  ];
}

function blindAt(seen: Seen<unknown> | undefined, hopId: string): Blind[] {
  if (seen?.type !== 'unseen') return [];
  const { action, ...blind } = seen.blind;
  // Without an action, it was not a role that was missing; the hop says what was.
  return action ? [{ blind: { ...blind, action }, hopId }] : [];
}
