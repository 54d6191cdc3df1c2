import { ManifestIntent, planManifest } from '../builders/manifestPlan';
import { findTarget, valueAt } from '../edit/editManifest';
import { YamlText } from '../edit/YamlText';

/** A port of a Service and how it is spoken to. @internal */
export interface ServedPort {
  port: number;
  protocol: string;
}

/**
 * The ports that a manifest opens, as it stands after the edit; empty where they are not in it, as with an overlay of an
 * Istio gateway that leaves them to the chart.
 *
 * @internal
 */
export function servedPorts(
  intent: ManifestIntent,
  content: string,
): ServedPort[] {
  const file = YamlText.parse(intent.manifest.path, content);
  const target = findTarget(file, planManifest(intent));
  if (!target) return [];
  const plain: unknown = file.documents[target.document].toJS({
    maxAliasCount: 100,
  });
  const found = [
    ['spec', 'ports'],
    ['k8s', 'service', 'ports'],
    ['service', 'ports'],
  ]
    .map(path => valueAt(plain, [...target.base, ...path]))
    .find(Array.isArray);
  return (found ?? []).flatMap((item: unknown) => {
    const [port, protocol] = ['port', 'protocol'].map(key =>
      valueAt(item, [key]),
    );
    return typeof port === 'number'
      ? [{ port, protocol: typeof protocol === 'string' ? protocol : 'TCP' }]
      : [];
  });
}
