import type { FactValue } from '@postern/backstage-plugin-private-exposure-node';
import {
  certificateFacts,
  certificateVersions,
  type SurveyedCertificate,
} from '../../survey/CertificateLookups';
import type {
  EndedShare,
  SubnetShare,
} from '../inspection/LoadBalancerInspection';

/** The web ACL in front of a load balancer as a survey knows it. @internal */
export interface SurveyedWebAcl {
  /** Its ARN. */
  id: string;
  /** Changes with the web ACL, where WAF tells. */
  version?: string;
}

/** What a survey knows of all that a load balancer depends on. @internal */
export interface LoadBalancerSurroundings {
  /** Accounts of which it uses a shared subnet. */
  subnetOwners: readonly string[];
  /** Its web ACL; `null` if there is none, `undefined` if nobody knows or there can be none. */
  webAcl?: SurveyedWebAcl | null;
  /** The shares that its subnets come from; `undefined` if nobody knows, or all subnets are the account's own. */
  shares?: readonly SubnetShare[];
  /** Subnets of its network whose sharing with another account has ended; `undefined` if nobody knows. */
  endedShares?: readonly EndedShare[];
  /** The certificates of its listeners, where a listing tells which these are. */
  certificates?: readonly SurveyedCertificate[];
}

/**
 * What is known of all that a load balancer depends on, for people.
 *
 * @internal
 */
export function surroundingFacts({
  webAcl,
  shares = [],
  certificates = [],
}: LoadBalancerSurroundings): Record<string, FactValue> {
  return {
    // Left out, nobody knows.
    'Web ACL': webAcl === null ? 'none' : webAcl?.id,
    'Subnets shared through': [...new Set(shares.flatMap(shareToText))],
    ...certificateFacts(certificates),
  };
}

function shareToText({ shareArn, status }: SubnetShare): string[] {
  if (!shareArn) return [];
  return [status === 'AVAILABLE' ? shareArn : `${shareArn} (${status})`];
}

/**
 * A text that changes when anything of this does; `undefined` if nothing of it is known.
 *
 * @internal
 */
export function loadBalancerVersion({
  webAcl,
  shares = [],
  endedShares = [],
  certificates = [],
}: LoadBalancerSurroundings): string | undefined {
  const parts = [
    ...(webAcl ? [`${webAcl.id} ${webAcl.version}`] : []),
    ...shares
      .map(share => `${share.subnetId} ${share.shareArn} ${share.status}`)
      .sort(),
    ...endedShares
      .map(({ subnetId, principals }) =>
        [subnetId, ...[...principals].sort()].join(' '),
      )
      .sort(),
    ...certificateVersions(certificates),
  ];
  return parts.length > 0 ? parts.join('\n') : undefined;
}
