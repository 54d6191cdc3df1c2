import { ManifestPath } from '../builders/manifestPlan';
import { PlannedChange } from '../edit/planEdit';
import { valueAt } from '../edit/valueAt';
import { KubernetesObject, ManifestValue } from '../plan/KubernetesObject';

type Entries = { [key: string]: ManifestValue | undefined };

function isMap(value: unknown): value is Entries {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What is in the way of a setting and no map gives way to it, as it does in the file. */
function withValue(
  node: unknown,
  [key, ...rest]: ManifestPath,
  value: ManifestValue | undefined,
): Entries {
  const { [key]: _replaced, ...others } = isMap(node) ? node : {};
  if (rest.length > 0) {
    return { ...others, [key]: withValue(valueAt(node, [key]), rest, value) };
  }
  return value === undefined ? others : { ...others, [key]: value };
}

/** A Service with what an edit sets in it, and without what it takes out. @internal */
export function withSettings(
  service: KubernetesObject,
  changes: readonly PlannedChange[],
): KubernetesObject {
  return changes.reduce<KubernetesObject>(
    (object, { path, value }) => ({
      ...object,
      ...withValue(object, path, value),
    }),
    service,
  );
}
