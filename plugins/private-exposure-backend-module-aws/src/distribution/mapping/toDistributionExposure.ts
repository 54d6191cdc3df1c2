import type { DistributionSummary } from '@aws-sdk/client-cloudfront';
import {
  type StateReader,
  type SurveyedExposure,
  toFacts,
} from '@postern/backstage-plugin-private-exposure-node';
import { kubernetesServices } from '../../mapping/kubernetesServices';
import { distributionLifecycles } from '../../mapping/states';
import type { Tags } from '../../mapping/tags';
import { toProvenance } from '../../mapping/toProvenance';
import { certificateFacts } from '../../survey/CertificateLookups';
import {
  type DistributionSurroundings,
  distributionVersion,
  inOrder,
  type SurveyedName,
} from '../survey/DistributionSurroundings';

/** What turns a distribution into an exposure. @internal */
export interface ToDistributionExposureOptions {
  /** Reads the state words. */
  states: StateReader;
  /** Its tags. */
  tags: Tags;
  /** What is known of all that it depends on. */
  surroundings: DistributionSurroundings;
}

/**
 * A distribution as the survey hands it on; `undefined` for an entry without an ARN, which nothing could refer to. When it
 * was made, CloudFront does not say.
 *
 * @internal
 */
export function toDistributionExposure(
  distribution: DistributionSummary,
  { states, tags, surroundings }: ToDistributionExposureOptions,
): SurveyedExposure | undefined {
  const { ARN: arn, Id, Status, Aliases } = distribution;
  if (!arn) return undefined;
  return {
    nativeId: arn,
    kind: 'aws-cloudfront',
    name: tags.Name || Aliases?.Items?.[0] || Id || arn,
    nativeState: Status ?? '',
    // The lifecycle has no word for "unknown": not known to be live.
    lifecycle:
      states.read('distribution', Status, distributionLifecycles) ??
      'provisioning',
    evidence: {
      tags: { ...tags },
      kubernetesServices: kubernetesServices(tags),
    },
    address: distribution.DomainName,
    provenance: toProvenance(tags, undefined),
    facts: factsOf(distribution, surroundings),
    version: distributionVersion(surroundings),
  };
}

function factsOf(
  distribution: DistributionSummary,
  { certificates, vpcOrigins, names }: DistributionSurroundings,
) {
  const { ViewerCertificate: certificate, Origins } = distribution;
  return toFacts(
    {
      'Domain name': distribution.DomainName,
      'Distribution id': distribution.Id,
      'Other names': distribution.Aliases?.Items,
      Enabled: distribution.Enabled,
      Comment: distribution.Comment,
      Origins: Origins?.Items?.flatMap(({ DomainName }) => DomainName ?? []),
      'Private origins': vpcOrigins.map(({ id, listed }) =>
        listed?.status ? `${id} (${listed.status})` : id,
      ),
      'Names lead to': names.flatMap(nameToText),
      'Web ACL': distribution.WebACLId,
      Certificate:
        certificate?.ACMCertificateArn ?? certificate?.IAMCertificateId,
      ...certificateFacts(certificates),
      'Price class': distribution.PriceClass,
      'Changed last': distribution.LastModifiedTime?.toISOString(),
    },
    ['Domain name', 'Distribution id', 'Other names'],
  );
}

/** Of a name that nobody knows the records of, nothing is said. */
function nameToText({ name, records }: SurveyedName): string[] {
  if (!records) return [];
  const { targets, zoneName } = records;
  const end = inOrder(targets).join(' and ') || `no record in zone ${zoneName}`;
  return [`${name} → ${end}`];
}
