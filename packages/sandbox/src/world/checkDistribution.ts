import { AwsFault } from './AwsFault';
import { Certificates } from './Certificates';
import { DistributionConfig } from './distributionTypes';
import { VpcOrigins } from './VpcOrigins';
import { WebAcls } from './WebAcls';

/**
 * Refuses a configuration that CloudFront would refuse.
 *
 * @internal
 */
export function checkDistribution(
  config: DistributionConfig,
  place: {
    accountId: string;
    certificates: Certificates;
    webAcls: WebAcls;
    vpcOrigins: VpcOrigins;
    isAliasTaken(alias: string): boolean;
  },
): void {
  checkOrigins(config);
  checkVpcOrigins(config, place);
  checkCertificate(config, place);
  checkWebAcl(config, place.webAcls);
  const taken = config.aliases.find(alias => place.isAliasTaken(alias));
  if (taken) {
    throw new AwsFault(
      'CNAMEAlreadyExists',
      'One or more of the CNAMEs you provided are already associated with a different resource.',
      409,
    );
  }
}

function checkOrigins({
  origins,
  defaultBehavior,
  behaviors,
}: DistributionConfig) {
  if (origins.length === 0) {
    throw new AwsFault(
      'InvalidArgument',
      'The parameter Origins must contain at least one origin.',
    );
  }
  const missing = [defaultBehavior, ...behaviors].find(
    ({ originId }) => !origins.some(({ id }) => id === originId),
  );
  if (missing) {
    throw new AwsFault(
      'NoSuchOrigin',
      `One or more of your origins or origin groups do not exist: ${missing.originId}`,
      404,
    );
  }
}

function checkVpcOrigins(
  { origins }: DistributionConfig,
  place: { accountId: string; vpcOrigins: VpcOrigins },
): void {
  for (const { target } of origins) {
    if (target.type === 'vpc') {
      place.vpcOrigins.get(
        target.ownerAccountId ?? place.accountId,
        target.vpcOriginId,
      );
    }
  }
}

/** Other host names than CloudFront's own need an issued certificate of us-east-1. */
function checkCertificate(
  { aliases, viewerCertificate }: DistributionConfig,
  place: { accountId: string; certificates: Certificates },
): void {
  const { certificateArn } = viewerCertificate;
  if (!certificateArn) {
    if (aliases.length === 0) return;
    throw new AwsFault(
      'InvalidViewerCertificate',
      'To add an alternate domain name (CNAME) to a CloudFront distribution, you must attach a trusted certificate that validates your authorization to use the domain name.',
    );
  }
  const certificate = place.certificates.certificates.getIn(
    { accountId: place.accountId, region: 'us-east-1' },
    certificateArn,
  );
  const isUsable =
    certificate && place.certificates.stateOf(certificate) === 'ISSUED';
  if (!isUsable) {
    throw new AwsFault(
      'InvalidViewerCertificate',
      `The specified SSL certificate doesn't exist, isn't in us-east-1 region, isn't valid, or doesn't include a valid certificate chain.`,
    );
  }
  const uncovered = aliases.find(
    alias => !place.certificates.covers(certificate, alias),
  );
  if (uncovered) {
    throw new AwsFault(
      'InvalidViewerCertificate',
      `The certificate that is attached to your distribution doesn't cover the alternate domain name (CNAME) that you're trying to add: ${uncovered}`,
    );
  }
}

function checkWebAcl({ webAclId }: DistributionConfig, webAcls: WebAcls): void {
  if (!webAclId) return;
  const webAcl = webAcls.webAcls.get(webAclId);
  if (webAcl?.wafScope === 'CLOUDFRONT') return;
  throw new AwsFault(
    'InvalidWebACLId',
    'Web ACL is not accessible by the requester.',
  );
}
