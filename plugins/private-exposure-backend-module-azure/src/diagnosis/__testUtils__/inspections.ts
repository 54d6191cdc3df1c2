import type { SurveyedConnection } from '@postern/backstage-plugin-private-exposure-node';
import type {
  Firewall,
  FrontDoorInspection,
  InspectedConsumer,
  InspectedLoadBalancer,
  InspectedOrigin,
  InspectedProfile,
  InspectedService,
  LinkResourceInspection,
  LoadBalancerDescription,
  Seen,
  ServedDomain,
  ServiceInspection,
  ServicePath,
} from '../../inspection/AzureInspection';
import type {
  FrontDoorOrigin,
  FrontDoorPrivateLink,
} from '../../survey/FrontDoor';

const SUBSCRIPTION = '11111111-cccc-4000-8000-000000000001';
const GROUP = `/subscriptions/${SUBSCRIPTION}/resourcegroups/rg/providers`;
const LOAD_BALANCER = `${GROUP}/microsoft.network/loadbalancers/internal`;
const FRONTEND = `${LOAD_BALANCER}/frontendipconfigurations/one`;
const POOL = `${LOAD_BALANCER}/backendaddresspools/nodes`;
const PROBE = `${LOAD_BALANCER}/probes/one`;
const SERVICE = `${GROUP}/microsoft.network/privatelinkservices/ledger`;
const PROFILE = `${GROUP}/microsoft.cdn/profiles/shop`;
const ENDPOINT = `${PROFILE}/afdendpoints/shop`;

const scope = {
  id: `azure/${SUBSCRIPTION}`,
  subscriptionId: SUBSCRIPTION,
  tenantId: '11111111-aaaa-4000-8000-000000000001',
  portalUrl: 'https://portal.azure.com',
};

/** Something that was looked at. */
export function seen<Value>(value: Value): Seen<Value> {
  return { type: 'seen', value };
}

/** Something that may not be looked at, or without an action that failed. */
export function unseen(action?: string): Seen<never> {
  return {
    type: 'unseen',
    blind: {
      action,
      subscriptionId: SUBSCRIPTION,
      message: `Azure says: ${action}`,
    },
  };
}

/** A load balancer on which nothing is wrong. */
export function loadBalancer(
  is: Partial<LoadBalancerDescription> = {},
  parts: Partial<InspectedLoadBalancer> = {},
): InspectedLoadBalancer {
  return {
    id: LOAD_BALANCER,
    name: 'internal',
    description: seen({
      state: 'Succeeded',
      sku: 'Standard',
      frontends: [{ id: FRONTEND, name: 'one', privateAddress: '10.0.0.4' }],
      rules: [
        {
          name: 'https',
          frontendId: FRONTEND,
          protocol: 'Tcp',
          frontendPort: 443,
          backendPort: 443,
          probeId: PROBE,
          poolIds: [POOL],
          floatingIp: true,
        },
      ],
      probes: [{ id: PROBE, name: 'one', protocol: 'Tcp', port: 31443 }],
      pools: [{ id: POOL, name: 'nodes', backends: 3, byAddress: false }],
      ...is,
    }),
    ...parts,
  };
}

/** A frontend with a public address. */
export const publicFrontend = {
  id: FRONTEND,
  name: 'one',
  publicAddressId: `${GROUP}/microsoft.network/publicipaddresses/one`,
};
/** A backend pool, empty or listed by address where a test says so. */
export const pool = (changes: object) => ({
  id: POOL,
  name: 'nodes',
  backends: 3,
  byAddress: false,
  ...changes,
});
/** A probe over HTTP. */
export const httpProbe = {
  id: PROBE,
  name: 'one',
  protocol: 'Http',
  port: 31444,
  path: '/healthz',
};

/** A connection of a consumer in a subscription that is not ours. */
export function connection(
  changes: Partial<SurveyedConnection> = {},
): SurveyedConnection {
  return {
    nativeId: `${SERVICE}/privateendpointconnections/one`,
    exposureNativeId: SERVICE,
    consumer: {
      account: '22222222-cccc-4000-8000-000000000002',
      endpointId: '/subscriptions/2/privateEndpoints/one',
    },
    nativeState: 'Approved',
    state: 'connected',
    facts: [],
    ...changes,
  };
}

/** A consumer of ours whose endpoint is up. */
export function consumer(
  endpoint: InspectedConsumer['endpoint'] = seen({
    state: 'Succeeded',
    connectionStatus: 'Approved',
  }),
): InspectedConsumer {
  return { connection: connection(), endpoint };
}

/** A private link service on which nothing is wrong. */
export function service(
  changes: Partial<Omit<ServiceInspection, 'path'>> & {
    service?: Partial<InspectedService>;
    path?: Partial<ServicePath>;
  } = {},
): ServiceInspection {
  const { service: is, path, ...parts } = changes;
  return {
    type: 'service',
    scope,
    path: {
      service: {
        id: SERVICE,
        name: 'ledger',
        alias: 'ledger.guid.westeurope.azure.privatelinkservice',
        state: 'Succeeded',
        location: 'westeurope',
        access: { visible: ['a'], autoApproved: [] },
        frontendIds: [FRONTEND],
        natAddresses: 1,
        chosenNatAddresses: [],
        networkInterfaceIds: [],
        natSubnetIds: [],
        proxyProtocol: false,
        kubernetesServices: ['platform-eu/payments/ledger'],
        ...is,
      },
      loadBalancers: [loadBalancer()],
      natSubnets: [
        {
          id: `${GROUP}/Microsoft.Network/virtualNetworks/v/subnets/nat`,
          description: seen({
            cidr: '10.1.0.0/24',
            linkServicePolicies: 'Disabled',
          }),
        },
      ],
      ...path,
    },
    natAddresses: seen(['10.1.0.7']),
    consumers: [consumer()],
    connections: [connection()],
    ...parts,
  };
}

/** An origin that is reached privately. */
export function origin(
  changes: Partial<FrontDoorOrigin> & {
    link?: Partial<FrontDoorPrivateLink>;
    connectionStatus?: string;
    path?: Seen<ServicePath>;
  } = {},
): InspectedOrigin {
  const { link, connectionStatus = 'Approved', path, ...parts } = changes;
  return {
    origin: {
      id: `${PROFILE}/originGroups/one/origins/ledger`,
      name: 'ledger',
      hostName: 'ledger.acme.example',
      hostHeader: 'ledger.acme.example',
      checksCertificateName: true,
      enabled: true,
      privateLink: {
        resourceId: SERVICE,
        location: 'westeurope',
        requestMessage: 'Front Door of the shop',
        ...link,
      },
      ...parts,
    },
    connectionStatus,
    path,
  };
}

/** A domain that a route serves: the endpoint's own. */
export function servedDomain(
  changes: Partial<ServedDomain> = {},
): ServedDomain {
  return {
    id: ENDPOINT,
    name: 'shop.z01.azurefd.net',
    patterns: ['/*'],
    isHttpsBehind: true,
    ...changes,
  };
}

/** A firewall policy that works. */
export function firewall(changes: Partial<Firewall> = {}): Firewall {
  return {
    policyId: `${GROUP}/Microsoft.Network/frontDoorWebApplicationFirewallPolicies/shop`,
    associations: [{ domainIds: [ENDPOINT], patterns: ['/*'] }],
    policy: seen({ enabled: true, mode: 'Prevention' }),
    ...changes,
  };
}

/** A Front Door on which nothing is wrong. */
export function frontDoor(
  changes: Partial<Omit<FrontDoorInspection, 'profile'>> & {
    profile?: Partial<InspectedProfile>;
  } = {},
): FrontDoorInspection {
  const { profile, ...parts } = changes;
  return {
    type: 'front-door',
    scope,
    profile: {
      id: PROFILE,
      name: 'shop',
      state: 'Active',
      sku: 'Premium_AzureFrontDoor',
      endpoints: seen([
        { id: ENDPOINT, hostName: 'shop.z01.azurefd.net', enabled: true },
      ]),
      ...profile,
    },
    origins: seen([origin()]),
    domains: seen([servedDomain()]),
    firewalls: seen([firewall()]),
    connections: [],
    ...parts,
  };
}

/** A web app on which nothing is wrong, with a consumer of ours. */
export function linkResource(
  changes: Partial<LinkResourceInspection> = {},
): LinkResourceInspection {
  return {
    type: 'resource',
    scope,
    resource: {
      id: `${GROUP}/microsoft.web/sites/shop`,
      name: 'shop',
      type: 'Microsoft.Web/sites',
      location: 'westeurope',
      states: ['Running'],
      tags: {},
    },
    consumers: [
      consumer(seen({ state: 'Succeeded', connectionStatus: 'Approved' })),
    ],
    connections: [connection()],
    ...changes,
  };
}
