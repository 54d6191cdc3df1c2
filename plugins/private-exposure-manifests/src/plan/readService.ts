import { KubernetesObject, ManifestValue } from './KubernetesObject';

type Entries = { [key: string]: ManifestValue | undefined };

function isMap(value: unknown): value is Entries {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textIn(map: Entries, key: string): string | undefined {
  const value = map[key];
  return typeof value === 'string' ? value : undefined;
}

function textsIn(map: Entries, key: string): Record<string, string> {
  const entries = Object.entries(map[key] ?? {});
  return Object.fromEntries(
    entries.filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}

/**
 * Reads a Service of a manifest as its controller sees it. What the API server would refuse, such as an annotation that
 * is a number, counts as missing.
 *
 * @returns `undefined` for anything but a Service with metadata.
 * @internal
 */
export function readService(plain: unknown): KubernetesObject | undefined {
  if (!isMap(plain) || plain.kind !== 'Service') return undefined;
  const { kind, metadata, spec } = plain;
  if (!isMap(metadata)) return undefined;
  return {
    apiVersion: textIn(plain, 'apiVersion'),
    kind,
    metadata: {
      name: textIn(metadata, 'name'),
      namespace: textIn(metadata, 'namespace'),
      annotations: textsIn(metadata, 'annotations'),
      labels: textsIn(metadata, 'labels'),
    },
    spec: isMap(spec) ? spec : {},
  };
}
