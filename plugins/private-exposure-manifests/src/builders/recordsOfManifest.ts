import { valueAt } from '../edit/editManifest';
import { YamlText } from '../edit/YamlText';
import { ExternalDnsContext, planExternalDns } from '../plan/externalDns';
import { KubernetesObject } from '../plan/KubernetesObject';

/** The names that external-dns writes for an object of a manifest. @internal */
export interface ManifestRecords {
  /** Number of the document, from 0. */
  document: number;
  /** Such as `Ingress shop/public`. */
  object: string;
  /** At least one. */
  names: string[];
}

const WATCHED = ['Ingress', 'HTTPRoute', 'Service'];

function readWatched(plain: unknown): KubernetesObject | undefined {
  const kind = valueAt(plain, ['kind']);
  const spec = valueAt(plain, ['spec']) as KubernetesObject['spec'];
  if (typeof kind !== 'string' || !WATCHED.includes(kind)) return undefined;
  // Without a load balancer a Service has no address that anybody is led to.
  if (kind === 'Service' && spec?.type !== 'LoadBalancer') return undefined;
  const annotations = valueAt(plain, ['metadata', 'annotations']);
  const strings = Object.entries(annotations ?? {}).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return { kind, metadata: { annotations: Object.fromEntries(strings) }, spec };
}

function showName(plain: unknown): string {
  const [name, namespace] = ['name', 'namespace'].map(key =>
    valueAt(plain, ['metadata', key]),
  );
  return namespace === undefined ? String(name) : `${namespace}/${name}`;
}

/**
 * Says which names external-dns writes for the objects of a manifest, where it watches their kind. Objects without such
 * names are left out.
 *
 * @internal
 */
export function recordsOfManifest(
  file: YamlText,
  context: ExternalDnsContext,
): ManifestRecords[] {
  return file.documents.flatMap((each, document) => {
    const plain: unknown = each.toJS({ maxAliasCount: 100 });
    const object = readWatched(plain);
    const plan = object && planExternalDns(object, context);
    if (!plan?.reconciled || plan.dnsNames.length === 0) return [];
    return [
      {
        document,
        object: `${object?.kind} ${showName(plain)}`,
        names: plan.dnsNames,
      },
    ];
  });
}
