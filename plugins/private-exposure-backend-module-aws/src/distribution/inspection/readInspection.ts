import {
  type Distribution,
  type DistributionConfig,
  GetDistributionCommand,
} from '@aws-sdk/client-cloudfront';
import { NotFoundError } from '@backstage/errors';
import type { InspectionTarget } from '@postern/backstage-plugin-private-exposure-node';
import { isNotFound } from '../../clients/errors';
import { requireMember } from '../../clients/requireMember';
import type { InspectedFirewall } from '../../inspection/InspectedFirewall';
import type { InspectionContext } from '../../inspection/InspectionContext';
import { look, seenOr } from '../../inspection/look';
import { readCertificates } from '../../inspection/readCertificates';
import { parseWebAclArn, readWebAcl } from '../../inspection/readWebAcl';
import { parseDistributionArn } from '../mapping/distributionArns';
import type {
  DistributionInspection,
  InspectedDistribution,
} from './DistributionInspection';
import { readNames } from './readNames';
import { readOrigins } from './readOrigins';

/**
 * Reads everything that the rules and the path of one distribution are made from.
 *
 * @throws NotFoundError if the distribution does not exist any more.
 * @internal
 */
export async function readInspection(
  { exposure }: InspectionTarget,
  context: InspectionContext,
): Promise<DistributionInspection> {
  const found = await readDistribution(exposure.nativeId, context);
  const config = requireMember(found, 'DistributionConfig');
  const distribution = toInspectedDistribution(found, exposure.name);
  const [names, certificates, firewall, origins] = await Promise.all([
    readNames(distribution.aliases, context),
    readCertificates(certificateArnsOf(config), context),
    readFirewall(config.WebACLId, context),
    readOrigins(config.Origins?.Items ?? [], context),
  ]);
  return {
    scope: context.scope,
    distribution,
    names,
    certificates,
    firewall: { type: 'seen', value: firewall },
    origins,
    loadBalancers: origins.flatMap(({ backend }) => {
      const behind = seenOr(backend);
      return behind?.type === 'found' ? [behind.loadBalancer] : [];
    }),
  };
}

async function readDistribution(
  arn: string,
  { callers, scope, signal }: InspectionContext,
): Promise<Distribution> {
  const { distributionId } = parseDistributionArn(arn) ?? {};
  try {
    const answer = await callers.cloudFront.send(
      new GetDistributionCommand({ Id: distributionId }),
      { signal },
    );
    return requireMember(answer, 'Distribution');
  } catch (error) {
    if (!isNotFound(error)) throw error;
    throw new NotFoundError(
      `Distribution '${distributionId}' does not exist any more in ${scope.id}`,
    );
  }
}

/**
 * A distribution as the rules read it.
 *
 * @internal
 */
export function toInspectedDistribution(
  distribution: Distribution,
  name: string,
): InspectedDistribution {
  const { ARN, Id, Status, DomainName, DistributionConfig } = distribution;
  return {
    arn: ARN ?? '',
    id: Id ?? '',
    name,
    status: Status ?? '',
    enabled: DistributionConfig?.Enabled ?? false,
    domainName: DomainName ?? '',
    aliases: DistributionConfig?.Aliases?.Items ?? [],
    minimumTls: DistributionConfig?.ViewerCertificate?.MinimumProtocolVersion,
  };
}

/** The ARN of a certificate of Certificate Manager, or the id of one of IAM's; none where CloudFront's own is used. */
function certificateArnsOf({
  ViewerCertificate,
}: DistributionConfig): string[] {
  const { ACMCertificateArn, IAMCertificateId } = ViewerCertificate ?? {};
  return [ACMCertificateArn || IAMCertificateId || ''].filter(Boolean);
}

async function readFirewall(
  id: string | undefined,
  context: InspectionContext,
): Promise<InspectedFirewall | undefined> {
  if (!id) return undefined;
  const named = parseWebAclArn(id);
  if (named?.scope === 'CLOUDFRONT') {
    return { id, webAcl: await look(() => readWebAcl(id, context)) };
  }
  const message = named
    ? 'The web ACL is a regional one'
    : 'The web ACL is one of AWS WAF Classic';
  const { accountId } = context.scope;
  return { id, webAcl: { type: 'unseen', blind: { accountId, message } } };
}
