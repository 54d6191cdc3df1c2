import { Placed } from './targets';

/** Whether a value is a list with something in it. @internal */
export const isFilled = (value: unknown) =>
  Array.isArray(value) && value.length > 0;

/**
 * Whether a place tells every annotation that its object gets. A patch, an overlay or Helm values leave some to another
 * file: what they lack is unknown, not missing.
 *
 * @internal
 */
export function tellsAll({
  object,
  isPartial,
}: Pick<Placed, 'object' | 'isPartial'>): boolean {
  if (isPartial || !object) return false;
  const { kind, spec = {} } = object;
  if (kind === 'Service') return isFilled(spec.ports) || 'externalName' in spec;
  if (kind === 'Ingress')
    return 'rules' in spec || 'defaultBackend' in spec || 'backend' in spec;
  return true;
}
