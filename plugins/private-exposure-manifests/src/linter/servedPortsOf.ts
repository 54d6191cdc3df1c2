import { ManifestValue } from '../plan/KubernetesObject';
import { ServiceTarget } from './targets';

/** A port of a Service, as far as rules read it. @internal */
export interface ServedPort {
  name: string | undefined;
  port: number;
  protocol: string;
}

function readPort(value: ManifestValue): ServedPort[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [];
  const { name, port, protocol } = value;
  return typeof port === 'number'
    ? [
        {
          name: typeof name === 'string' ? name : undefined,
          port,
          protocol: typeof protocol === 'string' ? protocol : 'TCP',
        },
      ]
    : [];
}

/** The ports of a Service; `undefined` where the file doesn't hold the whole of it. @internal */
export function servedPortsOf({
  object,
  isPartial,
  isWholeService,
}: ServiceTarget): ServedPort[] | undefined {
  const ports = object?.spec?.ports;
  if (isPartial || !isWholeService || !Array.isArray(ports)) return undefined;
  const read = ports.flatMap(readPort);
  return read.length === ports.length && read.length > 0 ? read : undefined;
}
