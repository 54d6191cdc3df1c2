import type {
  Distribution,
  DistributionConfig,
  DistributionSummary,
  Origin,
} from '@aws-sdk/client-cloudfront';
import type {
  DescribedDistribution,
  DescribedOrigin,
} from '../inspection/DistributionInspection';

/**
 * What an inspection reads of a distribution, and no more: of the headers that it adds for its origins, whether there are
 * any.
 *
 * @param distribution - As a listing has it, or alone, together with its settings.
 * @internal
 */
export function toDescribedDistribution(
  distribution: DistributionSummary | (Distribution & DistributionConfig),
): DescribedDistribution {
  const { ViewerCertificate: certificate, Aliases, Origins } = distribution;
  const { ACMCertificateArn, IAMCertificateId } = certificate ?? {};
  return {
    arn: distribution.ARN ?? '',
    id: distribution.Id ?? '',
    status: distribution.Status ?? '',
    enabled: distribution.Enabled ?? false,
    domainName: distribution.DomainName ?? '',
    aliases: Aliases?.Items ?? [],
    minimumTls: certificate?.MinimumProtocolVersion,
    certificateArns: [ACMCertificateArn || IAMCertificateId || ''].filter(
      Boolean,
    ),
    webAclId: distribution.WebACLId || undefined,
    origins: (Origins?.Items ?? []).map(toDescribedOrigin),
  };
}

function toDescribedOrigin(origin: Origin): DescribedOrigin {
  const { Id: id = '', DomainName: host = '', VpcOriginConfig } = origin;
  const { VpcOriginId, OwnerAccountId } = VpcOriginConfig ?? {};
  return VpcOriginId
    ? {
        id,
        host,
        vpcOrigin: { id: VpcOriginId, ownerId: OwnerAccountId || undefined },
      }
    : {
        id,
        host,
        protocolPolicy: origin.CustomOriginConfig?.OriginProtocolPolicy,
        addsHeaders: (origin.CustomHeaders?.Quantity ?? 0) > 0,
      };
}
