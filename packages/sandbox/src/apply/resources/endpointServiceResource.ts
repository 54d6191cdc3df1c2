import { EndpointService, World } from '../../world';
import { failOnUnsuccessful } from './failOnUnsuccessful';
import {
  added,
  Args,
  optionalBoolean,
  optionalString,
  requiredString,
  stringList,
  stringMap,
} from './args';
import { ResourceHandler } from './ResourceHandler';

/**
 * `aws_vpc_endpoint_service`.
 * @internal
 */
export const endpointServiceResource: ResourceHandler = {
  create(args, { world, scope, plannedId }) {
    const service = world.createEndpointService(scope, {
      id: plannedId,
      loadBalancerArns: stringList(args, 'network_load_balancer_arns'),
      acceptanceRequired: optionalBoolean(args, 'acceptance_required'),
      privateDnsName: optionalString(args, 'private_dns_name'),
      supportedIpAddressTypes: listOrUndefined(
        args,
        'supported_ip_address_types',
      ),
      supportedRegions: listOrUndefined(args, 'supported_regions'),
      allowedPrincipals: listOrUndefined(args, 'allowed_principals'),
      tags: stringMap(args, 'tags'),
    });
    return attributesOf(service, args, world);
  },

  read({ args, attributes }, { world, scope }) {
    const id = requiredString(attributes, 'id');
    const service = world.endpointServices.services.getIn(scope, id);
    return service && attributesOf(service, args, world);
  },

  update({ attributes }, args, { world, scope }) {
    const id = requiredString(attributes, 'id');
    const before = world.endpointServices.getEndpointService(scope, id);
    const arns = stringList(args, 'network_load_balancer_arns');
    const regions = listOrUndefined(args, 'supported_regions');
    const types = listOrUndefined(args, 'supported_ip_address_types');
    const dnsName = optionalString(args, 'private_dns_name');
    const service = world.endpointServices.modifyEndpointService(scope, id, {
      acceptanceRequired: optionalBoolean(args, 'acceptance_required'),
      addLoadBalancerArns: added(before.loadBalancerArns, arns),
      removeLoadBalancerArns: added(arns, before.loadBalancerArns),
      // The same name keeps its token and its verification.
      ...(dnsName !== before.privateDns?.dnsName && {
        privateDnsName: dnsName ?? null,
      }),
      ...(types && {
        addIpAddressTypes: added(before.supportedIpAddressTypes, types),
        removeIpAddressTypes: added(types, before.supportedIpAddressTypes),
      }),
      ...(regions && {
        addRegions: added(before.supportedRegions, regions),
        removeRegions: added(
          [...regions, scope.region],
          before.supportedRegions,
        ),
      }),
    });
    service.tags = stringMap(args, 'tags');
    return attributesOf(service, args, world);
  },

  destroy({ attributes }, { world, scope }) {
    const id = requiredString(attributes, 'id');
    if (world.endpointServices.services.getIn(scope, id)) {
      failOnUnsuccessful(world.endpoints.deleteServices(scope, [id]));
    }
  },
};

function attributesOf(
  service: EndpointService,
  args: Args,
  world: World,
): Args {
  const { privateDns } = service;
  const path = `${service.region}:${service.accountId}`;
  return {
    ...args,
    id: service.id,
    arn: `arn:aws:ec2:${path}:vpc-endpoint-service/${service.id}`,
    service_name: service.serviceName,
    service_type: 'Interface',
    state: service.state,
    availability_zones: service.zoneNames,
    tags_all: service.tags,
    private_dns_name_configuration: privateDns
      ? [
          {
            name: world.endpointServices.domains
              .recordName(privateDns)
              .split('.')[0],
            value: privateDns.value,
            type: 'TXT',
            state: privateDns.state,
          },
        ]
      : [],
  };
}

function listOrUndefined(args: Args, name: string): string[] | undefined {
  const list = stringList(args, name);
  return list.length > 0 ? list : undefined;
}
