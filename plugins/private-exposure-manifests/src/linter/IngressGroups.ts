import { findAnnotation } from './targets/Placed';
import { GroupMember, IngressTarget } from './targets';

const GROUP_NAME = 'alb.ingress.kubernetes.io/group.name';

/** The copies of one Ingress, which several stages may have, by each folder above their files. */
type CopiesByFolder = Map<string, GroupMember>;

function groupName(target: IngressTarget): string | undefined {
  return findAnnotation(target, GROUP_NAME)?.value.trim() || undefined;
}

function annotationsOf(target: IngressTarget): Record<string, string> {
  return Object.fromEntries(
    target.annotations.map(({ key, value }) => [key, value]),
  );
}

/** What tells the members of a group apart: their names, or where they have none all that they say. */
function identify(target: IngressTarget): string {
  const { name, namespace = '' } = target.object?.metadata ?? {};
  return name === undefined
    ? JSON.stringify(annotationsOf(target))
    : `${namespace}/${name}`;
}

function copyOf(target: IngressTarget): GroupMember {
  const { path, line, column, isPartial, object } = target;
  const annotations = annotationsOf(target);
  // A string cut out of a text keeps the whole text alive; strings that were written out anew don't.
  return JSON.parse(
    JSON.stringify({ path, line, column, annotations, isPartial, object }),
  );
}

/** The folders above a file, the nearest first; the last one, above all, is empty. */
function foldersAbove(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return [
    ...parts.map((_, index) => parts.slice(0, parts.length - index).join('/')),
    '',
  ];
}

/** Who shares a load balancer with whom, over all files. @internal */
export class IngressGroups {
  private readonly groups = new Map<string, Map<string, CopiesByFolder>>();

  /** Takes in the Ingresses of a file. */
  add(targets: readonly IngressTarget[]): void {
    for (const target of targets) {
      const name = groupName(target);
      if (name === undefined) continue;
      const members = this.groups.get(name) ?? new Map();
      this.groups.set(name, members);
      const id = identify(target);
      const copies: CopiesByFolder = members.get(id) ?? new Map();
      members.set(id, copies);
      const missing = foldersAbove(target.path).filter(
        folder => !copies.has(folder),
      );
      if (missing.length === 0) continue;
      const copy = copyOf(target);
      for (const folder of missing) copies.set(folder, copy);
    }
  }

  /** The others of an Ingress's group, each as it stands nearest to it: folders may hold one stage each. */
  othersOf(target: IngressTarget): GroupMember[] {
    const name = groupName(target);
    const members = name === undefined ? undefined : this.groups.get(name);
    if (!members) return [];
    const own = identify(target);
    const folders = foldersAbove(target.path);
    return [...members].flatMap(([id, copies]) => {
      const nearest = folders.find(folder => copies.has(folder));
      const copy = nearest === undefined ? undefined : copies.get(nearest);
      return id === own || !copy ? [] : [copy];
    });
  }
}
