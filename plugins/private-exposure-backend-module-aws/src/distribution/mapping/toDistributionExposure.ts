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

/** What turns a distribution into an exposure. @internal */
export interface ToDistributionExposureOptions {
  /** Reads the state words. */
  states: StateReader;
  /** Its tags. */
  tags: Tags;
}

/**
 * A distribution as the survey hands it on; `undefined` for an entry without an ARN, which nothing could refer to. When it
 * was made, CloudFront does not say.
 *
 * @internal
 */
export function toDistributionExposure(
  distribution: DistributionSummary,
  { states, tags }: ToDistributionExposureOptions,
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
    facts: factsOf(distribution),
  };
}

function factsOf(distribution: DistributionSummary) {
  const { ViewerCertificate: certificate, Origins } = distribution;
  return toFacts(
    {
      'Domain name': distribution.DomainName,
      'Distribution id': distribution.Id,
      'Other names': distribution.Aliases?.Items,
      Enabled: distribution.Enabled,
      Comment: distribution.Comment,
      Origins: Origins?.Items?.flatMap(({ DomainName }) => DomainName ?? []),
      'Private origins': Origins?.Items?.flatMap(
        ({ VpcOriginConfig }) => VpcOriginConfig?.VpcOriginId ?? [],
      ),
      'Web ACL': distribution.WebACLId,
      Certificate:
        certificate?.ACMCertificateArn ?? certificate?.IAMCertificateId,
      'Price class': distribution.PriceClass,
      'Changed last': distribution.LastModifiedTime?.toISOString(),
    },
    ['Domain name', 'Distribution id', 'Other names'],
  );
}
