import { clusterProfileSchema } from '../intents/clusterProfile';
import { SharedRouteInput } from '../intents/sharedRoute';

/** A cluster with one group that the namespace `payments` may join. */
export const sharedCluster = clusterProfileSchema.parse({
  name: 'platform-eu',
  controller: { type: 'aws-load-balancer-controller', version: '3.5.0' },
  account: '111122223333',
  region: 'eu-west-1',
  ingressGroups: [
    { name: 'public', namespaces: ['payments'] },
    { name: 'admin', namespaces: ['ops'] },
  ],
});

/** A route of payments through the shared Ingress of ingress-nginx. */
export const paymentsRoute: SharedRouteInput = {
  entityRef: 'component:default/payments',
  cluster: 'platform-eu',
  host: 'pay.acme.example',
  paths: [{ path: '/api' }],
  service: { name: 'payments', namespace: 'payments', port: 8080 },
  entrance: {
    form: 'ingress-nginx',
    path: 'k8s/ingress.yaml',
    ingress: { name: 'shared', namespace: 'payments' },
  },
};

/** The same through a group of the AWS Load Balancer Controller. */
export const groupRoute: SharedRouteInput = {
  ...paymentsRoute,
  entrance: {
    form: 'aws-ingress-group',
    path: 'k8s/ingress.yaml',
    ingress: { name: 'payments', namespace: 'payments' },
    group: 'public',
  },
};

/** The same through a Gateway. */
export const gatewayRoute: SharedRouteInput = {
  ...paymentsRoute,
  entrance: {
    form: 'gateway-api',
    path: 'k8s/route.yaml',
    route: { name: 'payments', namespace: 'payments' },
    gateway: { name: 'public', namespace: 'gateways' },
  },
};
