import { Endpoint } from '../../world';
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

const CHANGEABLE = ['security_group_ids', 'private_dns_enabled', 'tags'];

/**
 * `aws_vpc_endpoint` of the interface type.
 * @internal
 */
export const vpcEndpointResource: ResourceHandler = {
  create(args, { world, scope }) {
    const subnetIds = stringList(args, 'subnet_ids');
    const groups = stringList(args, 'security_group_ids');
    const endpoint = world.endpoints.createEndpoint(scope, {
      serviceName: requiredString(args, 'service_name'),
      serviceRegion: optionalString(args, 'service_region'),
      vpcId: requiredString(args, 'vpc_id'),
      subnetIds: subnetIds.length > 0 ? subnetIds : undefined,
      securityGroupIds: groups.length > 0 ? groups : undefined,
      privateDnsEnabled: optionalBoolean(args, 'private_dns_enabled'),
      policyDocument: optionalString(args, 'policy'),
      tags: stringMap(args, 'tags'),
    });
    return attributesOf(endpoint, args);
  },

  read({ args, attributes }, { world, scope }) {
    const id = requiredString(attributes, 'id');
    const endpoint = world.endpoints.endpoints.getIn(scope, id);
    const isGone = !endpoint || endpoint.state.startsWith('delet');
    return isGone ? undefined : attributesOf(endpoint, args);
  },

  update(resource, args, { world, scope }) {
    const isInPlace = [
      ...Object.keys(args),
      ...Object.keys(resource.args),
    ].every(
      name =>
        CHANGEABLE.includes(name) ||
        JSON.stringify(args[name]) === JSON.stringify(resource.args[name]),
    );
    if (!isInPlace) {
      return undefined;
    }
    const id = requiredString(resource.attributes, 'id');
    const before = world.endpoints.getEndpoint(scope, id);
    const groups = stringList(args, 'security_group_ids');
    const endpoint = world.endpoints.modifyEndpoint(scope, id, {
      privateDnsEnabled: optionalBoolean(args, 'private_dns_enabled') ?? false,
      addSecurityGroupIds: added(before.securityGroupIds, groups),
      removeSecurityGroupIds: added(groups, before.securityGroupIds),
    });
    endpoint.tags = stringMap(args, 'tags');
    return attributesOf(endpoint, args);
  },

  destroy({ attributes }, { world, scope }) {
    const id = requiredString(attributes, 'id');
    if (world.endpoints.endpoints.getIn(scope, id)) {
      failOnUnsuccessful(world.endpoints.deleteEndpoints(scope, [id]));
    }
  },
};

function attributesOf(endpoint: Endpoint, args: Args): Args {
  return {
    ...args,
    id: endpoint.id,
    arn: `arn:aws:ec2:${endpoint.region}:${endpoint.accountId}:vpc-endpoint/${endpoint.id}`,
    state: endpoint.state,
    subnet_ids: endpoint.subnetIds,
    network_interface_ids: endpoint.networkInterfaceIds,
    tags_all: endpoint.tags,
    dns_entry: [
      {
        dns_name: `${endpoint.id}-${endpoint.dnsLabel}.${endpoint.serviceId}.${endpoint.region}.vpce.amazonaws.com`,
      },
    ],
  };
}
