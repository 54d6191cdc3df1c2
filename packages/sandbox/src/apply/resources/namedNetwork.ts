import { AwsFault } from '../../world';
import { ApplyContext } from '../types';

/**
 * The ids of subnets that are named by id or by their Name tag. Subnets that another account shares have to be named by id:
 * their owner's tags are not seen by others.
 *
 * @throws AwsFault for one that is neither the account's nor shared with it.
 * @internal
 */
export function namedSubnetIds(
  names: string[],
  { world, scope }: ApplyContext,
): string[] {
  const own = world.network.subnets.list(scope);
  return names.map(wanted => {
    const found =
      own.find(({ id, tags }) => id === wanted || tags.Name === wanted) ??
      world.network.listSubnets(scope).find(({ id }) => id === wanted);
    if (!found) {
      throw new AwsFault(
        'InvalidSubnetID.NotFound',
        `couldn't find the subnet ${wanted}`,
      );
    }
    return found.id;
  });
}

/**
 * The ids of security groups that are named by id or by their Name tag.
 *
 * @throws AwsFault for one that is not there.
 * @internal
 */
export function namedGroupIds(
  names: string[],
  { world, scope }: ApplyContext,
): string[] {
  const groups = world.securityGroups.groups.list(scope);
  return names.map(wanted => {
    const found = groups.find(
      ({ id, tags }) => id === wanted || tags.Name === wanted,
    );
    if (!found) {
      throw new AwsFault(
        'InvalidGroup.NotFound',
        `couldn't find the security group ${wanted}`,
      );
    }
    return found.id;
  });
}
