import {
  certificateVersions,
  type SurveyedCertificate,
} from '../../survey/CertificateLookups';
import type { NameRecords } from '../inspection/DistributionInspection';
import type { ListedVpcOrigin } from '../inspection/listVpcOrigins';

/** A VPC origin as a survey knows it. @internal */
export interface SurveyedVpcOrigin {
  /** `vo_…`. */
  id: string;
  /** What the listing tells of it; `null` if it is not in it, `undefined` if nobody knows. */
  listed: ListedVpcOrigin | null | undefined;
}

/** A name as a survey knows it. @internal */
export interface SurveyedName {
  /** Without a dot at the end. */
  name: string;
  /** What its hosted zone has of it; `undefined` if nobody knows, or if it is in no hosted zone of ours. */
  records: Pick<NameRecords, 'zoneName' | 'targets'> | undefined;
}

/** What a survey knows of all that a distribution depends on. @internal */
export interface DistributionSurroundings {
  /** Its web ACL; `undefined` if there is none that could be listed. */
  webAcl:
    | {
        /** Its ARN. */
        id: string;
        /** Changes with the web ACL; `null` if it is not in the listing, `undefined` if nobody knows. */
        version: string | null | undefined;
      }
    | undefined;
  /** The certificate that it answers with. */
  certificates: readonly SurveyedCertificate[];
  /** The VPC origins that it fetches through. */
  vpcOrigins: readonly SurveyedVpcOrigin[];
  /** Its other names, and those that it fetches from. */
  names: readonly SurveyedName[];
}

/**
 * A text that changes when anything of this does; `undefined` if nothing of it is known.
 *
 * @internal
 */
export function distributionVersion({
  webAcl,
  certificates,
  vpcOrigins,
  names,
}: DistributionSurroundings): string | undefined {
  const parts = [
    ...(webAcl?.version === undefined
      ? []
      : [`${webAcl.id} ${webAcl.version ?? 'not listed'}`]),
    ...certificateVersions(certificates),
    ...vpcOrigins.flatMap(vpcOriginVersion),
    ...names.flatMap(({ name, records }) =>
      records ? [[name, ...inOrder(records.targets)].join(' ')] : [],
    ),
  ];
  return parts.length > 0 ? parts.join('\n') : undefined;
}

function vpcOriginVersion({ id, listed }: SurveyedVpcOrigin): string[] {
  if (listed === undefined) return [];
  return [
    listed ? `${id} ${listed.status} ${listed.version}` : `${id} not listed`,
  ];
}

/**
 * What records point at, in the same order whichever answer they came with.
 *
 * @internal
 */
export function inOrder(targets: readonly string[]): string[] {
  return [...targets].sort();
}
