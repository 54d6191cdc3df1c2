import { KubernetesObject, ManifestValue } from '../plan/KubernetesObject';

const ACTIONS = 'alb.ingress.kubernetes.io/actions.';

function isMap(
  value: ManifestValue | undefined,
): value is { [key: string]: ManifestValue | undefined } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const at = (value: ManifestValue | undefined, key: string) =>
  isMap(value) ? value[key] : undefined;
const listAt = (value: ManifestValue | undefined, key: string) => {
  const list = at(value, key);
  return Array.isArray(list) ? list : [];
};

/**
 * The Services that an Ingress names as backends, `namespace/name`; an annotation with actions is named itself, since it
 * may lead to any.
 *
 * @internal
 */
export function backendsOf({ metadata, spec }: KubernetesObject): string[] {
  const { namespace = 'default', annotations = {} } = metadata;
  const paths = listAt(spec, 'rules').flatMap(rule =>
    listAt(at(rule, 'http'), 'paths'),
  );
  const named = [
    at(spec, 'defaultBackend'),
    ...paths.map(path => at(path, 'backend')),
  ].flatMap(backend => {
    const name = at(at(backend, 'service'), 'name');
    return typeof name === 'string' ? name : [];
  });
  const actions = Object.keys(annotations).filter(key =>
    key.startsWith(ACTIONS),
  );
  return [...named, ...actions].map(name => `${namespace}/${name}`);
}
