import { ControllerRefusal } from './ControllerRefusal';

/**
 * The security groups that annotations name, ids before names, each name once; a name that isn't known stays as it is.
 *
 * @remarks `pkg/networking/security_group_resolver.go` of the AWS Load Balancer Controller, version 3.5. It asks EC2 for
 * all ids at once and expects as many answers, so that an id that stands there twice is one too many.
 *
 * @param known - The security groups of the cluster's network, as far as they are known.
 * @param about - Where they are named.
 *
 * @throws ControllerRefusal where an id stands there twice.
 *
 * @internal
 */
export function resolveSecurityGroups(
  named: readonly string[],
  known: readonly { id: string; name?: string }[],
  about: readonly string[],
): string[] {
  const ids = named.filter(item => item.startsWith('sg-'));
  const names = new Set(named.filter(item => !item.startsWith('sg-')));
  const different = [...new Set(ids)];
  if (different.length < ids.length)
    throw new ControllerRefusal(
      `couldn't find all security groups: requested ids [${ids.join(
        ', ',
      )}] but found [${different.join(', ')}]`,
      about,
    );
  return [
    ...ids,
    ...[...names].map(
      item => known.find(({ name }) => name === item)?.id ?? item,
    ),
  ];
}
