import {
  httpProbe,
  loadBalancer,
  pool,
  publicFrontend,
  seen,
  service,
  unseen,
} from './inspections';
import type { RuleExamples } from './ruleExamples';
import { balancerSeenAs } from './balancerSeenAs';

const behind = (is: Parameters<typeof loadBalancer>[0]) =>
  service({ path: { loadBalancers: [loadBalancer(is)] } });

/** Examples of the rules about what is behind private link services. */
export const backendExamples: Record<string, RuleExamples> = {
  'azure/load-balancer-gone': {
    noticed: [
      {
        name: 'no such load balancer',
        inspection: balancerSeenAs(seen(undefined)),
        says: "'internal', which does not exist",
      },
      {
        name: 'a frontend that is gone',
        inspection: behind({ frontends: [] }),
        says: 'names a frontend',
      },
    ],
    leftAlone: [
      {
        name: 'a load balancer that may not be looked at',
        inspection: balancerSeenAs(unseen('x/read')),
      },
    ],
  },
  'azure/backends-missing': {
    noticed: [
      {
        name: 'an empty backend pool',
        inspection: behind({ pools: [pool({ backends: 0 })] }),
        says: '1 of 1 rules',
      },
      {
        name: 'a rule without a pool',
        inspection: behind({ pools: [] }),
        says: 'lead to no backend',
      },
    ],
    leftAlone: [
      {
        name: 'a load balancer without rules, of which another rule speaks',
        inspection: behind({ rules: [] }),
      },
    ],
  },
  'azure/public-load-balancer': {
    noticed: [
      {
        name: 'a public frontend of a Kubernetes Service',
        inspection: behind({ frontends: [publicFrontend] }),
        says: 'azure-load-balancer-internal',
      },
      {
        name: 'a public frontend',
        inspection: service({
          service: { kubernetesServices: [] },
          path: {
            loadBalancers: [loadBalancer({ frontends: [publicFrontend] })],
          },
        }),
        says: 'take the public address away',
      },
    ],
    leftAlone: [
      {
        name: 'a load balancer that may not be looked at',
        inspection: balancerSeenAs(unseen('x/read')),
      },
    ],
  },
  'azure/proxy-protocol-breaks-probe': {
    noticed: [
      {
        name: 'a probe over HTTP',
        inspection: service({
          service: { proxyProtocol: true },
          path: { loadBalancers: [loadBalancer({ probes: [httpProbe] })] },
        }),
        says: 'externalTrafficPolicy to Cluster',
      },
    ],
    leftAlone: [
      {
        name: 'a probe over TCP',
        inspection: service({ service: { proxyProtocol: true } }),
      },
      {
        name: 'a probe over HTTP without the PROXY protocol',
        inspection: behind({ probes: [httpProbe] }),
      },
    ],
  },
  'azure/backend-pool-by-address': {
    noticed: [
      {
        name: 'backends by address',
        inspection: behind({ pools: [pool({ byAddress: true })] }),
        says: 'network interfaces',
      },
    ],
    leftAlone: [
      {
        name: 'a load balancer that may not be looked at',
        inspection: balancerSeenAs(unseen('x/read')),
      },
    ],
  },
  'azure/service-left-behind': {
    noticed: [
      {
        name: 'a service whose rules are gone',
        inspection: behind({ rules: [] }),
        says: 'platform-eu/payments/ledger',
      },
    ],
    leftAlone: [
      {
        name: 'a service that no cloud provider made',
        inspection: service({
          service: { kubernetesServices: [] },
          path: { loadBalancers: [loadBalancer({ rules: [] })] },
        }),
      },
      {
        name: 'a load balancer that is gone, of which another rule speaks',
        inspection: balancerSeenAs(seen(undefined)),
      },
    ],
  },
};
