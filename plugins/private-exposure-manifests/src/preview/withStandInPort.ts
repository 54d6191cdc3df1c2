import { ManifestObject } from '../builders/types';

/** Port of a Service whose own ones are not known; rows about it are left out. @internal */
export const STAND_IN_PORT = 1;

function isObject(value: unknown): value is ManifestObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A Service that keeps ports we don't know, with one in their place, so that it is whole to whoever reads it. The last
 * lines of its text: what stands above keeps its lines. Anything but a Service stays as it is.
 *
 * @internal
 */
export function withStandInPort(object: ManifestObject): ManifestObject {
  const { kind, spec } = object;
  if (kind !== 'Service' || !isObject(spec) || spec.ports) return object;
  return { ...object, spec: { ...spec, ports: [{ port: STAND_IN_PORT }] } };
}
