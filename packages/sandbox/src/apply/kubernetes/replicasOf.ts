import { isRecord, Manifest, valueAt } from './readManifests';

/**
 * How many pods stand behind what no Deployment of the same manifests runs.
 * @internal
 */
export const DEFAULT_REPLICAS = 2;

/**
 * How many pods a Service's selector finds.
 * @internal
 */
export function replicasOf(selector: unknown, manifests: Manifest[]): number {
  const wanted = Object.entries(isRecord(selector) ? selector : {});
  const deployment = manifests.find(({ object }) => {
    const labels = valueAt(object, 'spec', 'template', 'metadata', 'labels');
    return (
      object.kind === 'Deployment' &&
      wanted.length > 0 &&
      wanted.every(([key, value]) => valueAt(labels, key) === value)
    );
  });
  const replicas = Number(
    valueAt(deployment?.object, 'spec', 'replicas') ?? NaN,
  );
  return Number.isInteger(replicas) ? replicas : DEFAULT_REPLICAS;
}
