import { findAnnotation } from './targets/Placed';
import { AnnotatedTarget, IngressTarget, ServiceTarget } from './targets';

type PlaceTarget = ServiceTarget | IngressTarget | AnnotatedTarget;

const GROUP_NAME = 'alb.ingress.kubernetes.io/group.name';

function groupName(target: IngressTarget): string | undefined {
  return findAnnotation(target, GROUP_NAME)?.value.trim() || undefined;
}

/**
 * Tells each Ingress of the others in the input that share its load balancer.
 *
 * @param files - The places of each file.
 *
 * @internal
 */
export function linkGroups(
  files: readonly (readonly PlaceTarget[])[],
): PlaceTarget[][] {
  const members = new Map<string, IngressTarget[]>();
  for (const target of files.flat()) {
    const name = target.type === 'ingress' ? groupName(target) : undefined;
    if (target.type !== 'ingress' || !name) continue;
    members.set(name, [...(members.get(name) ?? []), target]);
  }
  return files.map(targets =>
    targets.map(target => {
      const name = target.type === 'ingress' ? groupName(target) : undefined;
      const all = name ? members.get(name) ?? [] : [];
      return target.type === 'ingress'
        ? { ...target, group: all.filter(other => other !== target) }
        : target;
    }),
  );
}
