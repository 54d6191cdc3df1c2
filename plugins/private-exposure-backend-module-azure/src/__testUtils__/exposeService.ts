import type {
  AzureLoadBalancer,
  HealthProbe,
  PrivateLinkService,
} from 'sandbox';
import { PLACE, type Wire } from './startWire';

/** What a test wants to be different from a service that works. */
export interface ExposeServiceOptions {
  visibility?: string[];
  autoApproval?: string[];
  tags?: Record<string, string>;
  enableProxyProtocol?: boolean;
  /** A public frontend instead of an internal one. */
  isPublic?: boolean;
  /** Addresses that its traffic comes from; 1 by default. */
  natAddresses?: number;
  /** The first of them, where somebody chose it. */
  natAddress?: string;
  /** Network interfaces in the backend pool; 2 by default. */
  backends?: number;
  /** How backends are checked; over TCP by default. */
  probe?: Partial<HealthProbe>;
  /** Without rules nothing leads on. */
  withoutRules?: boolean;
}

/** A load balancer with rule, probe, backends and private link service: one that works unless told otherwise. */
export function exposeService(
  { sandbox }: Pick<Wire, 'sandbox'>,
  name: string,
  options: ExposeServiceOptions = {},
): { service: PrivateLinkService; loadBalancer: AzureLoadBalancer } {
  const { azure } = sandbox;
  const network = azure.ensureNetwork(PLACE);
  const subnetId = `${network.id}/subnets/default`;
  const loadBalancer = azure.loadBalancers.putLoadBalancer({
    ...PLACE,
    name: `${name}-lb`,
    frontends: [
      options.isPublic
        ? {
            name: 'frontend',
            publicIPAddressId: `/subscriptions/${PLACE.subscriptionId}/resourceGroups/${PLACE.resourceGroup}/providers/Microsoft.Network/publicIPAddresses/${name}`,
          }
        : { name: 'frontend', subnetId },
    ],
    ...partsOf(options),
  });
  const service = azure.privateLinkServices.putService({
    ...PLACE,
    name,
    tags: options.tags,
    frontendIds: loadBalancer.frontends.map(({ id }) => id),
    ipConfigurations: Array.from(
      { length: options.natAddresses ?? 1 },
      (_, index) => ({
        name: `nat-${index}`,
        subnetId,
        primary: index === 0,
        privateIPAddress: index === 0 ? options.natAddress : undefined,
      }),
    ),
    visibility: options.visibility ?? ['*'],
    autoApproval: options.autoApproval,
    enableProxyProtocol: options.enableProxyProtocol,
  });
  return { service, loadBalancer };
}

function partsOf({ backends = 2, withoutRules, probe }: ExposeServiceOptions) {
  const nodes = `/subscriptions/${PLACE.subscriptionId}/resourceGroups/${PLACE.resourceGroup}/providers/Microsoft.Network/networkInterfaces`;
  return {
    backendPools: [
      {
        name: 'kubernetes',
        members: Array.from(
          { length: backends },
          (_, index) => `${nodes}/node-${index}/ipConfigurations/primary`,
        ),
      },
    ],
    probes: [
      {
        name: 'probe',
        protocol: 'Tcp' as const,
        port: 31_443,
        intervalInSeconds: 5,
        numberOfProbes: 2,
        ...probe,
      },
    ],
    rules: withoutRules
      ? []
      : [
          {
            name: 'https',
            frontendName: 'frontend',
            backendPoolName: 'kubernetes',
            probeName: 'probe',
            protocol: 'Tcp' as const,
            frontendPort: 443,
            backendPort: 443,
            idleTimeoutInMinutes: 4,
            enableFloatingIP: true,
            enableTcpReset: true,
            disableOutboundSnat: true,
          },
        ],
  };
}
