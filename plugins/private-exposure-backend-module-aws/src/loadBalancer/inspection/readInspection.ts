import { NotFoundError } from '@backstage/errors';
import type { InspectionTarget } from '@postern/backstage-plugin-private-exposure-node';
import type { InspectedLoadBalancer } from '../../inspection/InspectedLoadBalancer';
import type { InspectionContext } from '../../inspection/InspectionContext';
import { look, seenOr } from '../../inspection/look';
import { readCertificates } from '../../inspection/readCertificates';
import { wasMadeByController } from '../../mapping/wasMadeByController';
import type { LoadBalancerInspection } from './LoadBalancerInspection';
import { readControllerRoles } from './readControllerRoles';
import { readEndedShares } from './readEndedShares';
import {
  readListenerCertificateArns,
  readListenerRules,
} from './readListenerRules';
import { readLoadBalancer } from './readLoadBalancer';
import { readSilentTargets } from './readSilentTargets';
import { readSubnetShares } from './readSubnetShares';
import { readWebAclOf } from './readWebAclOf';

/**
 * Reads everything that the rules and the path of one load balancer are made from.
 *
 * @throws NotFoundError if the load balancer does not exist any more.
 * @internal
 */
export async function readInspection(
  { exposure }: InspectionTarget,
  context: InspectionContext,
): Promise<LoadBalancerInspection> {
  const { nativeId: arn, evidence } = exposure;
  const loadBalancer = await readLoadBalancer(arn, context);
  const { description } = loadBalancer;
  if (description.type === 'seen' && !description.value) {
    throw new NotFoundError(
      `Load balancer '${arn}' does not exist any more in ${context.scope.id}`,
    );
  }
  const { type } = seenOr(description) ?? {};
  const listeners = seenOr(loadBalancer.listeners) ?? [];
  const isOfController = wasMadeByController(evidence.tags);
  const [
    rules,
    certificateArns,
    firewall,
    shares,
    endedShares,
    roles,
    silentTargets,
  ] = await Promise.all([
    // Listeners of a Classic load balancer have no rules, and no ARN to ask for them by.
    look(async () =>
      type === 'classic' ? [] : readListenerRules(listeners, context),
    ),
    look(() => readCertificateArns(loadBalancer, context)),
    type === 'application' ? look(() => readWebAclOf(arn, context)) : undefined,
    hasForeignSubnet(loadBalancer, context.scope.accountId)
      ? look(() => readSubnetShares(subnetIdsOf(loadBalancer), context))
      : undefined,
    isOfController
      ? look(() => readEndedShares(loadBalancer, context))
      : undefined,
    isOfController ? look(() => readControllerRoles(context)) : undefined,
    readSilentTargets(loadBalancer, context),
  ]);
  return {
    scope: context.scope,
    loadBalancers: [loadBalancer],
    rules,
    certificateArns,
    certificates: await readCertificates(
      seenOr(certificateArns) ?? [],
      context,
    ),
    firewall,
    shares,
    endedShares,
    controllerRoles: roles,
    silentTargets,
    kubernetesServices: evidence.kubernetesServices,
  };
}

/** A Classic load balancer tells its certificates itself, one for each listener. */
async function readCertificateArns(
  { listeners, description }: InspectedLoadBalancer,
  context: InspectionContext,
): Promise<string[]> {
  const all = seenOr(listeners) ?? [];
  return seenOr(description)?.type === 'classic'
    ? all.flatMap(({ certificateArns = [] }) => certificateArns)
    : readListenerCertificateArns(all, context);
}

function subnetIdsOf({ description }: InspectedLoadBalancer): string[] {
  return seenOr(description)?.subnetIds ?? [];
}

/** Whether a subnet is another account's, or cannot be seen any more, which an own one always can. */
function hasForeignSubnet(
  loadBalancer: InspectedLoadBalancer,
  accountId: string,
): boolean {
  const subnets = seenOr(loadBalancer.subnets);
  if (!subnets) return false;
  return (
    subnets.length < subnetIdsOf(loadBalancer).length ||
    subnets.some(({ ownerId }) => ownerId && ownerId !== accountId)
  );
}
