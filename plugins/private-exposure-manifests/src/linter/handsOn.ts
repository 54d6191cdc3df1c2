import { AnnotationNode } from '../read/AnnotationNode';
import { SourceDocument } from '../read/SourceDocument';
import { EXPOSURE_KEYS } from './changes/changedNode';
import { Placed } from './targets';
import { isFilled } from './tellsAll';

const isText = (value: unknown) => typeof value === 'string' && value !== '';

/** Whether a Gateway is whole, and nothing but itself says what its Service gets. */
function isWholeGateway(document: SourceDocument, gateway: object): boolean {
  const at = (...keys: string[]) => document.valueAt(gateway, 'spec', ...keys);
  return (
    isText(at('gatewayClassName')) &&
    isFilled(at('listeners')) &&
    at('infrastructure', 'parametersRef') === undefined
  );
}

/** Whether values ask for the load balancer beside its annotations: those that they are laid over have none then. */
function askForLoadBalancer(document: SourceDocument, map: object): boolean {
  const at = (...keys: string[]) => document.valueAt(map, ...keys);
  return (
    [at('type'), at('serviceType'), at('service', 'type')].includes(
      'LoadBalancer',
    ) ||
    isText(at('loadBalancerClass')) ||
    isText(at('service', 'loadBalancerClass')) ||
    isFilled(at('hosts')) ||
    isFilled(at('rules')) ||
    isText(at('host')) ||
    isText(at('hostname'))
  );
}

/**
 * How much of what a Service or Ingress gets stands at a place whose annotations something else hands on to it.
 *
 * @param options.map - what holds the annotations
 * @param options.gateway - the Gateway whose infrastructure that is
 * @internal
 */
export function handsOn(
  document: SourceDocument,
  options: {
    map: object;
    gateway: object | undefined;
    nodes: readonly AnnotationNode[];
  },
): Placed['handsOn'] {
  const { map, gateway, nodes } = options;
  if (gateway) return isWholeGateway(document, gateway) ? 'all' : undefined;
  if (askForLoadBalancer(document, map)) return 'all';
  return nodes.some(({ key }) => EXPOSURE_KEYS.includes(key))
    ? 'most'
    : undefined;
}
