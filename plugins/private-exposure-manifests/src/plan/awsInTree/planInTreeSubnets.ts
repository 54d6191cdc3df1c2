import { ControllerRefusal } from '../ControllerRefusal';
import { KubernetesObject } from '../KubernetesObject';
import { keyOf, read, readList } from './annotations';
import { InTreeContext } from './facts';

const NAME = 'aws-load-balancer-subnets';

/**
 * Plans the subnets of a load balancer.
 *
 * @remarks `getLoadBalancerSubnets` and `resolveSubnetNameOrIDs` in `pkg/providers/v1/aws.go` of cloud-provider-aws.
 *
 * @returns Their ids; `undefined` where the controller looks for them by their tags, and where names can't be told.
 * @throws {@link ControllerRefusal} for an empty list, and for subnets that are not there.
 *
 * @public
 */
export function planInTreeSubnets(
  service: KubernetesObject,
  { subnetsFound }: InTreeContext = {},
): readonly string[] | undefined {
  if (read(service, NAME) === undefined) return undefined;
  const wanted = readList(service, NAME);
  if (wanted.length === 0)
    throw new ControllerRefusal('unable to resolve empty subnet slice', [
      keyOf(NAME),
    ]);
  if (!subnetsFound)
    return wanted.every(item => item.startsWith('subnet-'))
      ? wanted
      : undefined;
  if (subnetsFound.length !== wanted.length)
    throw new ControllerRefusal(
      `expected to find ${wanted.length}, but found ${subnetsFound.length} subnets`,
      [keyOf(NAME)],
    );
  return subnetsFound;
}
