import {
  type DiagnosisRule,
  type Noticed,
  toFacts,
} from '@postern/backstage-plugin-private-exposure-node';
import { hopIds } from '../inspection/hops/hopIds';
import type { InspectedCertificate } from '../inspection/InspectedCertificate';
import type {
  InspectedLoadBalancer,
  TargetGroup,
} from '../inspection/InspectedLoadBalancer';
import { seenOr } from '../inspection/look';
import type { BlindSpot, Seen } from '../inspection/Seen';

/** Something that was looked at, or not, and the hop that it tells about. @internal */
export interface Look {
  /** What it is, to end "… could not be looked at" with. */
  what: string;
  /** What came of it; left out where nobody had to look. */
  seen: Seen<unknown> | undefined;
  /** The hop. */
  hopId: string;
}

/** An action that is missing in an account, and what hangs on it. */
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
 * Something could not be looked at for lack of a permission. What hangs on it is unknown, not well. Each action is said
 * once for each account, with all that it concerns.
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
      const byAction = new Map<string, Missing>();
      for (const { what, seen, hopId } of looksOf(inspection)) {
        if (seen?.type !== 'unseen') continue;
        const { action, accountId } = seen.blind;
        // Without an action, it was not a permission that was missing; another rule speaks of that.
        if (action === undefined) continue;
        const key = `${accountId} ${action}`;
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
}

function toNoticed({ blind, hopId, concerned }: Missing): Noticed {
  const { action, accountId, message } = blind;
  return {
    message: `Account ${accountId} does not let us call '${action}', so this could not be looked at: ${inShort(
      [...concerned],
    )}`,
    remedy:
      action === 'sts:AssumeRole'
        ? `Check the entry of account ${accountId} under 'aws', and that its role trusts this backend.`
        : `Allow '${action}' for the role in account ${accountId}; the reader's policy in the documentation has it.`,
    hopId,
    evidence: toFacts({
      'AWS says': message,
      'Not looked at': [...concerned],
    }),
  };
}

function inShort(concerned: readonly string[]): string {
  const named = concerned.slice(0, MOST_NAMED).join(', ');
  const left = concerned.length - MOST_NAMED;
  return left > 0 ? `${named} and ${left} more` : named;
}

/**
 * The looks that were taken at a load balancer and what is behind it.
 *
 * @internal
 */
export function looksAtLoadBalancer(
  loadBalancer: InspectedLoadBalancer,
): Look[] {
  const { arn, name, description, listeners, targetGroups } = loadBalancer;
  const hopId = hopIds.loadBalancer(arn);
  const itself = { what: `load balancer '${name}'`, seen: description, hopId };
  // Nothing of one that cannot be seen can be seen; that goes without saying.
  if (description.type === 'unseen') return [itself];
  const parts = {
    'cross-zone setting': loadBalancer.crossZone,
    subnets: loadBalancer.subnets,
    'security groups': loadBalancer.securityGroups,
    listeners,
    'target groups': targetGroups,
  };
  return [
    ...Object.entries(parts).map(([part, seen]) => ({
      what: `${part} of '${name}'`,
      seen,
      hopId,
    })),
    ...(seenOr(listeners) ?? []).map(({ customIdleTimeout: seen }) => ({
      what: `idle timeouts of '${name}'`,
      seen,
      hopId,
    })),
    ...(seenOr(targetGroups) ?? []).flatMap(looksAtTargetGroup),
  ];
}

function looksAtTargetGroup({ arn, name, ...group }: TargetGroup): Look[] {
  const hopId = hopIds.targetGroup(arn);
  return [
    { what: `targets of '${name}'`, seen: group.targets, hopId },
    { what: `cross-zone setting of '${name}'`, seen: group.crossZone, hopId },
  ];
}

/**
 * The look that was taken at a certificate.
 *
 * @internal
 */
export function lookAtCertificate(certificate: InspectedCertificate): Look {
  const { arn, details } = certificate;
  return {
    what: `certificate '${arn}'`,
    seen: details,
    hopId: hopIds.certificate(arn),
  };
}
