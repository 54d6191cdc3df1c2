import { InputError } from '@backstage/errors';
import { Args } from '../resources/args';
import { describeAction } from './describeAction';
import { DescribedListener } from './describeListeners';
import { GroupMember } from './IngressGroup';
import { IngressTargetGroups } from './IngressTargetGroups';
import { IngressPath } from './KubernetesIngress';

// Exact paths are compared first, then prefixes, then the rest.
const TYPES = ['Exact', 'Prefix', 'ImplementationSpecific'];

/**
 * The rules of a listener: those of the Ingresses that listen there, in the order of the group. One that redirects has none.
 *
 * @throws InputError in the controller's words for a path that it does not take.
 * @internal
 */
export function describeRules(
  members: GroupMember[],
  listener: DescribedListener,
  targets: IngressTargetGroups,
): Args[] {
  if (listener.redirects) return [];
  const own = members.filter(({ key }) => listener.members.includes(key));
  return own
    .flatMap(member =>
      member.ingress.rules.flatMap(({ host, paths }) =>
        sortPaths(paths).map(path => ({ member, host, path })),
      ),
    )
    .map(({ member, host, path }, index) => ({
      port: listener.port,
      priority: index + 1,
      conditions: conditionsOf(host, path),
      action: describeAction(member, path.backend, targets),
      tags: member.annotations.map('tags'),
    }));
}

// Prefixes from the longest, as `sortIngressPaths` in `model_build_listener_rules.go` of the controller has them.
function sortPaths(paths: IngressPath[]): IngressPath[] {
  const unknown = paths.find(({ pathType }) => !TYPES.includes(pathType));
  if (unknown) {
    throw new InputError(`unknown pathType for path ${unknown.path}`);
  }
  return [...paths].sort(
    (left, right) =>
      TYPES.indexOf(left.pathType) - TYPES.indexOf(right.pathType) ||
      (left.pathType === 'Prefix' ? right.path.length - left.path.length : 0),
  );
}

function conditionsOf(host: string, path: IngressPath): Args[] {
  const conditions = [
    ...(host ? [{ field: 'host-header', values: [host] }] : []),
    ...(path.path ? [{ field: 'path-pattern', values: patternsOf(path) }] : []),
  ];
  return conditions.length > 0
    ? conditions
    : [{ field: 'path-pattern', values: ['/*'] }];
}

function patternsOf({ path, pathType }: IngressPath): string[] {
  if (pathType === 'ImplementationSpecific') return [path];
  if (/[*?]/.test(path)) {
    throw new InputError(
      `${pathType.toLowerCase()} path shouldn't contain wildcards: ${path}`,
    );
  }
  if (pathType === 'Exact') return [path];
  const bare = path.replace(/\/$/, '');
  return bare === '' ? ['/*'] : [bare, `${bare}/*`];
}
