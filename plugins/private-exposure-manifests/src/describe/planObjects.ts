import { AnyClusterProfile } from '../intents/anyClusterProfile';
import { identify } from '../linter/changes/identify';
import { IngressGroups } from '../linter/IngressGroups';
import { LintInput, readFile } from '../linter/readFile';
import { planOf } from '../linter/ServiceTarget';
import { IngressTarget, ServiceTarget } from '../linter/targets';
import { KubernetesObject } from '../plan/KubernetesObject';
import { IngressPlan, planIngress } from '../plan/planIngress';
import { ServicePlan } from '../plan/planService';
import { backendsOf } from './backendsOf';

/** What is known besides the files. @public */
export interface PlanObjectsOptions {
  /** The cluster that the files will meet; `undefined` where it is not known. */
  clusterProfile?: AnyClusterProfile;
  /** Files as they were before a change. What it leaves alone may be left out. */
  base?: readonly LintInput[];
}

/** A Service or an Ingress of a file, what it becomes and what it was. @internal */
export type ObjectPlan = {
  /** `namespace/name`, or the name alone where the file leaves the namespace open. */
  name: string;
} & (
  | { kind: 'Service'; after: ServicePlan; before: ServicePlan | undefined }
  | { kind: 'Ingress'; after: IngressPlan; before: IngressPlan | undefined }
);

/** The version whose fields controllers read. */
const INGRESS_VERSION = 'networking.k8s.io/v1';

/** Objects of files that are whole and become something, by the name that they keep from one version to the next. */
interface PlannedFiles {
  services: ReadonlyMap<string, ServicePlan>;
  ingresses: ReadonlyMap<string, IngressPlan>;
  names: ReadonlyMap<string, string>;
}

type Whole<Target> = Target & { object: KubernetesObject };

const isService = (target: { type: string }): target is Whole<ServiceTarget> =>
  target.type === 'service' && 'object' in target && Boolean(target.object);

function isIngress(target: { type: string }): target is Whole<IngressTarget> {
  const object: unknown = 'object' in target ? target.object : undefined;
  return (
    target.type === 'ingress' &&
    typeof object === 'object' &&
    object !== null &&
    'apiVersion' in object &&
    object.apiVersion === INGRESS_VERSION
  );
}

function showName({ metadata }: KubernetesObject): string {
  const { namespace, name = '' } = metadata;
  return namespace === undefined ? name : `${namespace}/${name}`;
}

/** Services behind Ingresses, where the files hold all of them; else nobody knows which of the others there are. */
function servicesBehind(
  ingresses: readonly KubernetesObject[],
  services: readonly KubernetesObject[],
): readonly KubernetesObject[] | undefined {
  const keyOf = ({ metadata }: KubernetesObject) =>
    `${metadata.namespace ?? 'default'}/${metadata.name}`;
  const known = new Set(services.map(keyOf));
  return ingresses.flatMap(backendsOf).every(backend => known.has(backend))
    ? services
    : undefined;
}

function planFiles(
  files: readonly LintInput[],
  profile: AnyClusterProfile | undefined,
): PlannedFiles {
  const options = {
    profile,
    domains: [],
    isCrossRegion: false,
    hasEndpointService: false,
  };
  const targets = files.flatMap(file =>
    readFile(file, options)
      .places.filter(({ isPartial }) => !isPartial)
      .map(target => ({ target, id: `${file.path} ${identify(target)}` })),
  );
  const groups = new IngressGroups();
  groups.add(targets.map(({ target }) => target).filter(isIngress));
  const objects = targets
    .map(({ target }) => target)
    .filter(isService)
    .map(({ object }) => object);
  const services = new Map<string, ServicePlan>();
  const ingresses = new Map<string, IngressPlan>();
  const names = new Map<string, string>();
  for (const { target, id } of targets) {
    if (target.object) names.set(id, showName(target.object));
    if (isService(target)) {
      const plan = planOf(target);
      if (plan) services.set(id, plan);
    } else if (isIngress(target)) {
      const otherIngresses = groups
        .groupOf(target)
        .group.flatMap(({ object, isPartial }) =>
          object && !isPartial ? object : [],
        );
      const all = [target.object, ...otherIngresses];
      const behind = servicesBehind(all, objects);
      ingresses.set(
        id,
        planIngress(target.object, profile, {
          otherIngresses,
          ...(behind ? { services: behind } : {}),
        }),
      );
    }
  }
  return { services, ingresses, names };
}

/**
 * Says what the Services with a load balancer and the Ingresses of files become, and what they were in the same file.
 * What a template leaves open is left out.
 *
 * @internal
 */
export function planObjects(
  files: readonly LintInput[],
  { clusterProfile, base = [] }: PlanObjectsOptions,
): ObjectPlan[] {
  const now = planFiles(files, clusterProfile);
  const former = planFiles(base, clusterProfile);
  const nameOf = (id: string) => now.names.get(id) ?? '';
  return [
    ...[...now.services].map(([id, after]) => ({
      kind: 'Service' as const,
      name: nameOf(id),
      after,
      before: former.services.get(id),
    })),
    ...[...now.ingresses].map(([id, after]) => ({
      kind: 'Ingress' as const,
      name: nameOf(id),
      after,
      before: former.ingresses.get(id),
    })),
  ];
}
