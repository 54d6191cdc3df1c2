import { EndpointService } from '../../world';
import { applyFilters, FilterTable } from '../server/filters';
import { Operation, operation } from '../server/Operation';
import { ec2PageLimits, pageOf } from '../server/paging';
import { required } from '../server/required';
import { listVisible, pickByIds } from '../server/visible';
import * as shapes from './shapes/serviceConfigurationShapes';
import { tagsFor, toTagList } from './tags';
import { toUnsuccessful } from './unsuccessful';

const filters: FilterTable<EndpointService> = {
  'service-name': service => service.serviceName,
  'service-id': service => service.id,
  'service-state': service => service.state,
  'supported-ip-address-types': service => service.supportedIpAddressTypes,
};

function toPrivateDns({ privateDns }: EndpointService) {
  return privateDns
    ? {
        State: privateDns.state,
        Type: 'TXT',
        Value: privateDns.value,
        Name: privateDns.name,
      }
    : // The real service sends an empty element here, not none.
      {};
}

function toConfiguration(service: EndpointService) {
  return {
    ServiceType: [{ ServiceType: 'Interface' }],
    ServiceId: service.id,
    ServiceName: service.serviceName,
    ServiceState: service.state,
    AvailabilityZoneIds: service.zoneIds,
    AvailabilityZones: service.zoneNames,
    AcceptanceRequired: service.acceptanceRequired,
    ManagesVpcEndpoints: false,
    NetworkLoadBalancerArns: service.loadBalancerArns,
    SupportedIpAddressTypes: service.supportedIpAddressTypes,
    BaseEndpointDnsNames: [
      `${service.id}.${service.region}.vpce.amazonaws.com`,
    ],
    PrivateDnsName: service.privateDns?.dnsName,
    PrivateDnsNameConfiguration: toPrivateDns(service),
    Tags: toTagList(service.tags),
    SupportedRegions: service.supportedRegions.map(Region => ({
      Region,
      ServiceState: service.state,
    })),
    RemoteAccessEnabled: service.supportedRegions.length > 1,
  };
}

const create = operation(
  'CreateVpcEndpointServiceConfiguration',
  {
    input: shapes.createVpcEndpointServiceConfigurationRequest,
    output: shapes.createVpcEndpointServiceConfigurationResult,
  },
  ({ world, scope }, input) => {
    const service = world.createEndpointService(scope, {
      loadBalancerArns: input.NetworkLoadBalancerArns ?? [],
      acceptanceRequired: input.AcceptanceRequired,
      privateDnsName: input.PrivateDnsName,
      supportedIpAddressTypes: input.SupportedIpAddressTypes,
      supportedRegions: input.SupportedRegions,
      tags: tagsFor('vpc-endpoint-service', input.TagSpecifications),
    });
    return {
      ServiceConfiguration: toConfiguration(service),
      ClientToken: input.ClientToken,
    };
  },
);

const modify = operation(
  'ModifyVpcEndpointServiceConfiguration',
  {
    input: shapes.modifyVpcEndpointServiceConfigurationRequest,
    output: shapes.modifyVpcEndpointServiceConfigurationResult,
  },
  ({ world, scope }, input) => {
    world.endpointServices.modifyEndpointService(
      scope,
      required(input.ServiceId, 'ServiceId'),
      {
        acceptanceRequired: input.AcceptanceRequired,
        privateDnsName: input.RemovePrivateDnsName
          ? null
          : input.PrivateDnsName,
        addLoadBalancerArns: input.AddNetworkLoadBalancerArns,
        removeLoadBalancerArns: input.RemoveNetworkLoadBalancerArns,
        addIpAddressTypes: input.AddSupportedIpAddressTypes,
        removeIpAddressTypes: input.RemoveSupportedIpAddressTypes,
        addRegions: input.AddSupportedRegions,
        removeRegions: input.RemoveSupportedRegions,
      },
    );
    return { Return: true };
  },
);

const describe = operation(
  'DescribeVpcEndpointServiceConfigurations',
  {
    input: shapes.describeVpcEndpointServiceConfigurationsRequest,
    output: shapes.describeVpcEndpointServiceConfigurationsResult,
  },
  (call, input) => {
    const visible = listVisible(call, call.world.endpointServices.services);
    const picked = pickByIds(visible, input.ServiceIds, {
      code: 'InvalidVpcEndpointServiceId.NotFound',
      message: id => `The VpcEndpointService Id '${id}' does not exist`,
    });
    const { records, nextToken } = pageOf(
      applyFilters(picked, input.Filters, filters),
      { size: input.MaxResults, token: input.NextToken, limits: ec2PageLimits },
    );
    return {
      ServiceConfigurations: records.map(toConfiguration),
      NextToken: nextToken,
    };
  },
);

const remove = operation(
  'DeleteVpcEndpointServiceConfigurations',
  {
    input: shapes.deleteVpcEndpointServiceConfigurationsRequest,
    output: shapes.deleteVpcEndpointServiceConfigurationsResult,
  },
  ({ world, scope }, input) => ({
    Unsuccessful: toUnsuccessful(
      world.endpoints.deleteServices(
        scope,
        required(input.ServiceIds, 'ServiceId'),
      ),
    ),
  }),
);

const startVerification = operation(
  'StartVpcEndpointServicePrivateDnsVerification',
  {
    input: shapes.startVpcEndpointServicePrivateDnsVerificationRequest,
    output: shapes.startVpcEndpointServicePrivateDnsVerificationResult,
  },
  ({ world, scope }, input) => {
    world.endpointServices.startDomainVerification(
      scope,
      required(input.ServiceId, 'ServiceId'),
    );
    return { ReturnValue: true };
  },
);

/** Endpoint service configurations, without their permissions. @internal */
export const serviceConfigurationOperations: Operation[] = [
  create,
  modify,
  describe,
  remove,
  startVerification,
];
