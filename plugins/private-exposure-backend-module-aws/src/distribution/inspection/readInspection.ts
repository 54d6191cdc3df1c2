import type { InspectionTarget } from '@postern/backstage-plugin-private-exposure-node';
import type { InspectedFirewall } from '../../inspection/InspectedFirewall';
import type { InspectionContext } from '../../inspection/InspectionContext';
import { look, seenOr } from '../../inspection/look';
import { readCertificates } from '../../inspection/readCertificates';
import { parseWebAclArn, readWebAcl } from '../../inspection/readWebAcl';
import type { DistributionInspection } from './DistributionInspection';
import { readDistribution } from './readDistribution';
import { readNames } from './readNames';
import { readOrigins } from './readOrigins';

/**
 * Reads everything that the rules and the path of one distribution are made from: out of listings that all inspections of
 * an account share, as far as these tell.
 *
 * @throws NotFoundError if the distribution does not exist any more.
 * @internal
 */
export async function readInspection(
  { exposure }: InspectionTarget,
  context: InspectionContext,
): Promise<DistributionInspection> {
  const { certificateArns, webAclId, ...found } = await readDistribution(
    exposure.nativeId,
    context,
  );
  const { origins: described, ...distribution } = found;
  const [names, certificates, firewall, origins] = await Promise.all([
    readNames(distribution.aliases, context),
    readCertificates(certificateArns, context),
    readFirewall(webAclId, context),
    readOrigins(described, context),
  ]);
  return {
    scope: context.scope,
    distribution: { ...distribution, name: exposure.name },
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
