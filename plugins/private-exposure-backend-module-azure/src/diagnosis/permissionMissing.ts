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
import { canonicalId, nameInId } from '../mapping/resourceIds';
import type { DiagnosisRule } from './DiagnosisRule';

/** Something that was looked at, or not, and the hop that it tells about. */
interface Look {
  /** What it is, to end "… could not be looked at" with. */
  what: string;
  /** What came of it; left out where nobody had to look. */
  seen: Seen<unknown> | undefined;
  /** The hop. */
  hopId: string;
}

/** An action that is missing in a subscription, and what hangs on it. */
interface Missing {
  blind: BlindSpot & { action: string };
  /** The first hop that it concerns. */
  hopId: string;
  /** All that could not be looked at. */
  concerned: Set<string>;
}

/** Most that a sentence names. */
const MOST_NAMED = 3;

/**
 * Something could not be looked at for lack of a role. What hangs on it is unknown, not well. Each action is said once
 * for each subscription, with all that it concerns.
 *
 * @internal
 */
export const permissionMissing: DiagnosisRule = {
  id: 'azure/permission-missing',
  severity: 'warning',
  breaksTraffic: false,
  source: 'Azure RBAC: AuthorizationFailed',
  check: inspection => {
    const byAction = new Map<string, Missing>();
    for (const { what, seen, hopId } of looksOf(inspection)) {
      if (seen?.type !== 'unseen') continue;
      const { action, subscriptionId } = seen.blind;
      // Without an action, it was not a role that was missing; the hop says what was.
      if (!action) continue;
      const key = `${subscriptionId} ${action}`;
      const missing = byAction.get(key) ?? {
        blind: { ...seen.blind, action },
        hopId,
        concerned: new Set(),
      };
      missing.concerned.add(what);
      byAction.set(key, missing);
    }
    return [...byAction.values()].map(toNoticed);
  },
};

function toNoticed({ blind, hopId, concerned }: Missing): Noticed {
  const { action, subscriptionId, message } = blind;
  return {
    message: `Subscription ${subscriptionId} does not let us do '${action}', so this could not be looked at: ${inShort(
      [...concerned],
    )}`,
    remedy: `Assign a role with '${action}' in subscription ${subscriptionId}; the reader's role in the documentation has it.`,
    hopId,
    evidence: toFacts({
      'What happened': message,
      'Not looked at': [...concerned],
    }),
  };
}

function inShort(concerned: readonly string[]): string {
  const named = concerned.slice(0, MOST_NAMED).join(', ');
  const left = concerned.length - MOST_NAMED;
  return left > 0 ? `${named} and ${left} more` : named;
}

function looksOf(inspection: AzureInspection): Look[] {
  if (inspection.type === 'front-door') return looksAtFrontDoor(inspection);
  const isService = inspection.type === 'service';
  const { id, name } = isService
    ? inspection.path.service
    : inspection.resource;
  const hopId = hopIds.linkTarget(canonicalId(id));
  return [
    ...(isService ? looksOnPath(inspection.path) : []),
    ...inspection.consumers.map(
      ({ connection: { consumer }, endpoint: seen }) => ({
        what: `endpoint of ${
          consumer.accountName ?? consumer.account
        } at '${name}'`,
        seen,
        hopId,
      }),
    ),
  ];
}

function looksAtFrontDoor({
  profile,
  domains,
  firewalls,
  origins,
}: FrontDoorInspection): Look[] {
  const { frontDoor, firewall } = hopIds;
  const { name, endpoints } = profile;
  return [
    { what: `endpoints of '${name}'`, seen: endpoints, hopId: frontDoor },
    { what: `domains of '${name}'`, seen: domains, hopId: frontDoor },
    { what: `origins of '${name}'`, seen: origins, hopId: hopIds.origins },
    { what: `firewalls of '${name}'`, seen: firewalls, hopId: firewall },
    ...(seenOr(firewalls) ?? []).map(({ policyId, policy: seen }) => ({
      what: `firewall policy '${nameInId(policyId)}'`,
      seen,
      hopId: firewall,
    })),
    ...(seenOr(origins) ?? []).flatMap(({ origin, path }) => {
      const id = canonicalId(origin.privateLink?.resourceId ?? '');
      const behind = seenOr(path);
      return [
        {
          what: `what is behind origin '${origin.name}'`,
          seen: path,
          hopId: hopIds.linkTarget(id),
        },
        ...(behind ? looksOnPath(behind) : []),
      ];
    }),
  ];
}

function looksOnPath({
  service,
  loadBalancers,
  natSubnets,
}: ServicePath): Look[] {
  return [
    ...loadBalancers.map(({ id, name, description: seen }) => ({
      what: `load balancer '${name}'`,
      seen,
      hopId: hopIds.loadBalancer(id),
    })),
    ...natSubnets.map(({ id, description: seen }) => ({
      what: `subnet '${nameInId(id)}' of the addresses of '${service.name}'`,
      seen,
      hopId: hopIds.linkTarget(service.id),
    })),
  ];
}
