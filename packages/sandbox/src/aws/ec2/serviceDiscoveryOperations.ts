import { AwsFault, EndpointService } from '../../world';
import { applyFilters, FilterTable } from '../server/filters';
import { Call, Operation, operation } from '../server/Operation';
import { ec2PageLimits, pageOf } from '../server/paging';
import { onlyVisible } from '../server/visible';
import * as shapes from './shapes/endpointShapes';
import { toTagList } from './tags';

const filters: FilterTable<EndpointService> = {
  owner: ({ accountId }) => accountId,
  'service-name': ({ serviceName }) => serviceName,
  'service-region': ({ region }) => region,
  'service-type': () => 'Interface',
  'supported-ip-address-types': one => one.supportedIpAddressTypes,
};

/** The zone names of the service as the caller's account calls them. */
function zoneNamesFor(call: Call, service: EndpointService): string[] {
  return call.world.accounts
    .listZones({ ...call.scope, region: service.region })
    .filter(({ zoneId }) => service.zoneIds.includes(zoneId))
    .map(({ zoneName }) => zoneName);
}

function toDetail(call: Call, service: EndpointService) {
  const { privateDns } = service;
  const isUsable = privateDns?.state === 'verified';
  return {
    ServiceName: service.serviceName,
    ServiceId: service.id,
    ServiceType: [{ ServiceType: 'Interface' }],
    ServiceRegion: service.region,
    AvailabilityZoneIds: service.zoneIds,
    AvailabilityZones: zoneNamesFor(call, service),
    Owner: service.accountId,
    BaseEndpointDnsNames: [
      `${service.id}.${service.region}.vpce.amazonaws.com`,
    ],
    PrivateDnsName: privateDns?.dnsName,
    PrivateDnsNames:
      privateDns && isUsable ? [{ PrivateDnsName: privateDns.dnsName }] : [],
    VpcEndpointPolicySupported: false,
    AcceptanceRequired: service.acceptanceRequired,
    ManagesVpcEndpoints: false,
    Tags: toTagList(service.tags),
    PrivateDnsNameVerificationState: privateDns?.state,
    SupportedIpAddressTypes: service.supportedIpAddressTypes,
  };
}

function findNamed(
  services: EndpointService[],
  names: string[] | undefined,
): EndpointService[] {
  if (!names?.length) return services;
  return names.map(name => {
    const service = services.find(({ serviceName }) => serviceName === name);
    if (service) return service;
    throw new AwsFault(
      'InvalidServiceName',
      `The Vpc Endpoint Service '${name}' does not exist`,
    );
  });
}

const describe = operation(
  'DescribeVpcEndpointServices',
  {
    input: shapes.describeVpcEndpointServicesRequest,
    output: shapes.describeVpcEndpointServicesResult,
  },
  (call, input) => {
    const { endpointServices } = call.world;
    const regions = input.ServiceRegions ?? [call.scope.region];
    const offered = onlyVisible(call, endpointServices.services.all()).filter(
      service =>
        service.state === 'Available' &&
        regions.includes(service.region) &&
        service.supportedRegions.includes(call.scope.region) &&
        endpointServices.principals.allows(service, call.caller),
    );
    const { records, nextToken } = pageOf(
      applyFilters(
        findNamed(offered, input.ServiceNames),
        input.Filters,
        filters,
      ),
      { size: input.MaxResults, token: input.NextToken, limits: ec2PageLimits },
    );
    return {
      ServiceNames: records.map(({ serviceName }) => serviceName),
      ServiceDetails: records.map(service => toDetail(call, service)),
      NextToken: nextToken,
    };
  },
);

/** Endpoint services as a consumer finds them. @internal */
export const serviceDiscoveryOperations: Operation[] = [describe];
