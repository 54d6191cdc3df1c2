import { InvalidIntentError } from '../errors';
import { AwsLoadBalancerIntent } from '../intents/awsLoadBalancer';
import { albAnnotations } from './albAnnotations';
import { clusterIpService } from './clusterIpService';
import { Route, ingressRule } from './routeObjects';
import { ManifestObject } from './types';

/** Name of the Ingress that makes the load balancer. @internal */
export function ingressNameOf({ ingress, service }: AwsLoadBalancerIntent) {
  return ingress.name ?? service.name;
}

/**
 * The route that the Ingress holds.
 *
 * @throws {@link InvalidIntentError} where the Service's port is not known.
 * @internal
 */
export function routeOf({ ingress, service }: AwsLoadBalancerIntent): Route {
  const port = ingress.port ?? service.ports?.[0]?.port;
  if (port === undefined) {
    throw new InvalidIntentError({
      field: 'ingress.port',
      message: 'is needed where the ports of the Service are left out',
    });
  }
  const isKnown = service.ports?.some(each => each.port === port) ?? true;
  if (!isKnown) {
    throw new InvalidIntentError({
      field: 'ingress.port',
      message: `must be one of the Service's ports, not ${port}`,
    });
  }
  const { name, namespace } = service;
  const { host, paths } = ingress;
  return { host, paths, service: { name, namespace, port } };
}

/**
 * The Service, reached inside the cluster alone.
 *
 * @throws {@link InvalidIntentError}
 * @internal
 */
export function newService({
  service,
  loadBalancer,
}: AwsLoadBalancerIntent): ManifestObject {
  if (loadBalancer.targetType === 'instance') {
    throw new InvalidIntentError({
      field: 'loadBalancer.targetType',
      message: `must be 'ip': a Service that is reached inside the cluster alone has no port on the nodes`,
    });
  }
  const { name, namespace, selector = {}, ports = [] } = service;
  if (Object.keys(selector).length === 0 || ports.length === 0) {
    throw new InvalidIntentError({
      field: Object.keys(selector).length
        ? 'service.ports'
        : 'service.selector',
      message: `is needed, for the file has no Service ${namespace}/${name} yet: give the labels of its pods and its ports`,
    });
  }
  return clusterIpService(service);
}

/** The Ingress that makes the load balancer. @internal */
export function newIngress(intent: AwsLoadBalancerIntent): ManifestObject {
  const route = routeOf(intent);
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: {
      name: ingressNameOf(intent),
      namespace: intent.service.namespace,
      annotations: albAnnotations(intent),
    },
    spec: {
      ingressClassName: intent.ingress.ingressClassName,
      rules: [ingressRule(route, route.paths)],
    },
  };
}
