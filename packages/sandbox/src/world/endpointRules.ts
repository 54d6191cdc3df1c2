import { AwsFault } from './AwsFault';
import { EndpointServices } from './EndpointServices';
import { EndpointService, Scope, Subnet, Vpc } from './types';

/**
 * The subnets that a new endpoint uses. Zones are compared by id, since their
 * names differ between accounts; across regions any zone will do. Without given
 * subnets it is one for each zone that both sides have.
 *
 * @internal
 */
export function pickSubnets(
  scope: Scope,
  service: EndpointService,
  subnets: { given?: Subnet[]; available: Subnet[] },
): Subnet[] {
  const isRemote = scope.region !== service.region;
  const fits = (subnet: Subnet) =>
    isRemote || service.zoneIds.includes(subnet.zoneId);
  const candidates = subnets.given ?? subnets.available.filter(fits);
  const unfit = candidates.find(subnet => !fits(subnet));
  if (unfit || (!subnets.given && candidates.length === 0)) {
    throw new AwsFault(
      'InvalidParameter',
      `The VPC endpoint service ${
        service.serviceName
      } does not support the availability zone of the subnet: ${
        unfit?.id ?? 'none of the VPC fits'
      }.`,
    );
  }
  const zones = new Set<string>();
  return candidates.filter(subnet => {
    if (!zones.has(subnet.zoneId)) return Boolean(zones.add(subnet.zoneId));
    if (!subnets.given) return false;
    throw new AwsFault(
      'DuplicateSubnetsInSameZone',
      `Found another VPC endpoint subnet in the availability zone of ${subnet.id}`,
    );
  });
}

/**
 * Refuses private DNS that could not work: the domain must be verified, and
 * the VPC must resolve names.
 *
 * @internal
 */
export function checkPrivateDns(
  service: EndpointService | undefined,
  vpc: Vpc,
): void {
  if (!service?.privateDns) {
    throw new AwsFault(
      'InvalidParameter',
      `Private DNS can't be enabled because the service ${
        service?.serviceName ?? ''
      } does not provide a private DNS name.`,
    );
  }
  if (service.privateDns.state !== 'verified') {
    throw new AwsFault(
      'InvalidParameter',
      `Private DNS can't be enabled because the service ${service.serviceName} has not verified the private DNS name.`,
    );
  }
  if (!vpc.enableDnsSupport || !vpc.enableDnsHostnames) {
    throw new AwsFault(
      'InvalidParameter',
      `Enabling private DNS requires both enableDnsSupport and enableDnsHostnames VPC attributes set to true for ${vpc.id}`,
    );
  }
}

/**
 * The service that a consumer names, if they may use it from their region. One
 * that they may not see does not exist for them.
 *
 * @internal
 */
export function findService(
  services: EndpointServices,
  scope: Scope,
  input: { serviceName: string; serviceRegion?: string; principalArn?: string },
): EndpointService {
  const service = services.findByName(input.serviceName);
  const caller = {
    accountId: scope.accountId,
    principalArn: input.principalArn,
  };
  const region = input.serviceRegion ?? scope.region;
  if (
    !service ||
    service.state !== 'Available' ||
    service.region !== region ||
    !services.principals.allows(service, caller)
  ) {
    throw new AwsFault(
      'InvalidServiceName',
      `The Vpc Endpoint Service '${input.serviceName}' does not exist`,
    );
  }
  if (!service.supportedRegions.includes(scope.region)) {
    throw new AwsFault(
      'InvalidParameter',
      `The VPC endpoint service ${service.serviceName} does not support the region ${scope.region}`,
    );
  }
  return service;
}
