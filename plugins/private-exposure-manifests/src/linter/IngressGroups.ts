import { PlannedGroups } from '../plan/awsLbcIngress';
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

/** What an Ingress is told of its group. */
type KnownGroup = Pick<IngressTarget, 'group' | 'plannedGroups'>;

// Members of a group mostly stand near each other, so that the plans of few groups are of use at a time.
const MAX_PLANNED = 32;

/** Who shares a load balancer with whom, over all files. @internal */
export class IngressGroups {
  private readonly groups = new Map<string, Map<string, CopiesByFolder>>();
  /** By group and folder, those last planned. */
  private readonly planned = new Map<string, PlannedGroups>();

  /** Takes in the Ingresses of a file. */
  add(targets: readonly IngressTarget[]): void {
    this.planned.clear();
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

  /**
   * The others of an Ingress's group, each as it stands nearest to it: folders may hold one stage each. All that stand in
   * one folder have the same plan.
   */
  groupOf(target: IngressTarget): KnownGroup {
    const name = groupName(target);
    const members = name === undefined ? undefined : this.groups.get(name);
    if (!members) return { group: [] };
    const own = identify(target);
    const folders = foldersAbove(target.path);
    const group: GroupMember[] = [];
    let isKnown = false;
    for (const [id, copies] of members) {
      const nearest = folders.find(folder => copies.has(folder));
      const copy = nearest === undefined ? undefined : copies.get(nearest);
      if (!copy) continue;
      if (id !== own) group.push(copy);
      else isKnown = copy.path === target.path && copy.line === target.line;
    }
    // Of an Ingress that stands twice in a folder, the others know one.
    if (!isKnown) return { group };
    return { group, plannedGroups: this.plansOf(`${folders[0]} ${name}`) };
  }

  private plansOf(key: string): PlannedGroups {
    const known = this.planned.get(key);
    if (known) return known;
    if (this.planned.size >= MAX_PLANNED) this.planned.clear();
    const planned = new PlannedGroups();
    this.planned.set(key, planned);
    return planned;
  }
}
