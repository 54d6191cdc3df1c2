import { SharedEntranceInput } from '../intents/sharedRoute';
import { inFolder } from './inFolder';
import { PublicRouteRequest } from './PublicRouteRequest';

/**
 * Where the route of a service at the public entrance goes: into a file and an object of the Service's name unless the
 * request says otherwise. Nothing is checked here: the builder does that.
 *
 * @public
 */
export function toPublicRoute(
  route: PublicRouteRequest = {},
  place: {
    folder?: string;
    service: { name: string; namespace: string };
    /** Of the load balancer of a group of Ingresses. */
    certificateArn?: string;
  },
): SharedEntranceInput {
  const { folder, service, certificateArn } = place;
  const path = inFolder(folder, route.path || `k8s/${service.name}-route.yaml`);
  const object = {
    name: route.name || service.name,
    namespace: service.namespace,
  };
  const ingressClassName = route.ingressClassName || undefined;
  switch (route.form) {
    case 'gateway-api':
      return {
        ...{ form: route.form, path, route: object },
        gateway: route.gateway ?? { name: '', namespace: '' },
      };
    case 'aws-ingress-group':
      return {
        ...{ form: route.form, path, ingress: object, ingressClassName },
        group: route.group ?? '',
        certificateArn: certificateArn || undefined,
      };
    default:
      return { form: 'ingress-nginx', path, ingress: object, ingressClassName };
  }
}
