import { pickSubnets } from './endpointRules';
import { Network } from './Network';
import { Endpoint, EndpointService, NetworkInterface, Subnet } from './types';

/**
 * The network interfaces of endpoints: one in each subnet.
 *
 * @internal
 */
export class EndpointInterfaces {
  readonly #network: Network;

  constructor(network: Network) {
    this.#network = network;
  }

  /** Makes an interface in a subnet. */
  create(endpoint: Endpoint, subnet: Subnet): NetworkInterface {
    return this.#network.createNetworkInterface(subnet, {
      description: `VPC Endpoint Interface ${endpoint.id}`,
      interfaceType: 'vpc_endpoint',
      securityGroupIds: endpoint.securityGroupIds,
    });
  }

  /** Takes all interfaces away. */
  removeAll(endpoint: Endpoint): void {
    for (const id of endpoint.networkInterfaceIds) {
      this.#network.networkInterfaces.remove(id);
    }
  }

  /**
   * Puts the endpoint into other subnets. Those that are added must fit to the
   * service as they must when an endpoint is created.
   */
  changeSubnets(
    endpoint: Endpoint,
    service: EndpointService | undefined,
    change: { addSubnetIds?: string[]; removeSubnetIds?: string[] },
  ): void {
    const { addSubnetIds = [], removeSubnetIds = [] } = change;
    const kept = endpoint.subnetIds.filter(id => !removeSubnetIds.includes(id));
    const subnets = [...new Set([...kept, ...addSubnetIds])].map(id =>
      this.#network.getSubnet(endpoint, id),
    );
    if (service && addSubnetIds.length > 0) {
      pickSubnets(endpoint, service, { given: subnets, available: [] });
    }
    const before = endpoint.networkInterfaceIds.flatMap(
      id => this.#network.networkInterfaces.get(id) ?? [],
    );
    const left = before.filter(({ subnetId }) => kept.includes(subnetId));
    for (const gone of before.filter(one => !left.includes(one))) {
      this.#network.networkInterfaces.remove(gone.id);
    }
    const made = subnets
      .filter(({ id }) => !kept.includes(id))
      .map(subnet => this.create(endpoint, subnet));
    endpoint.networkInterfaceIds = [...left, ...made].map(({ id }) => id);
    endpoint.subnetIds = subnets.map(({ id }) => id);
    endpoint.zoneNames = subnets.map(({ zoneName }) => zoneName);
  }
}
