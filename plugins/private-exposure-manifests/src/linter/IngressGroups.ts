import { findAnnotation } from './targets/Placed';
import { GroupMember, IngressTarget } from './targets';

const GROUP_NAME = 'alb.ingress.kubernetes.io/group.name';

interface Member {
  /** Which of its file's Ingresses it is. */
  index: number;
  copy: GroupMember;
}

function groupName(target: IngressTarget): string | undefined {
  return findAnnotation(target, GROUP_NAME)?.value.trim() || undefined;
}

function copyOf(target: IngressTarget): GroupMember {
  const { path, line, column, isPartial, object } = target;
  const annotations = Object.fromEntries(
    target.annotations.map(({ key, value }) => [key, value]),
  );
  // A string cut out of a text keeps the whole text alive; strings that were written out anew don't.
  return JSON.parse(
    JSON.stringify({ path, line, column, annotations, isPartial, object }),
  );
}

/** Who shares a load balancer with whom, over all files. @internal */
export class IngressGroups {
  private readonly members = new Map<string, Member[]>();

  /** Takes in the Ingresses of a file, in its order. */
  add(targets: readonly IngressTarget[]): void {
    targets.forEach((target, index) => {
      const name = groupName(target);
      if (name === undefined) return;
      const known = this.members.get(name) ?? [];
      this.members.set(name, known);
      known.push({ index, copy: copyOf(target) });
    });
  }

  /** The others of an Ingress's group, which is the so manieth of its file. */
  othersOf(target: IngressTarget, index: number): GroupMember[] {
    const name = groupName(target);
    const members = name === undefined ? [] : this.members.get(name) ?? [];
    return members
      .filter(
        ({ copy, index: other }) =>
          other !== index || copy.path !== target.path,
      )
      .map(({ copy }) => copy);
  }
}
