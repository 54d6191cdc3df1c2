import { LoadBalancer, partitionOfRegion, Tags } from '../../world';
import { ApplyContext } from '../types';
import { WaitingError } from '../WaitingError';
import {
  Args,
  blocks,
  optionalBoolean,
  optionalString,
  requiredString,
  stringList,
  stringMap,
} from './args';
import { edgeDataReaders } from './edgeDataReaders';
import { DataReader } from './ResourceHandler';

/**
 * The data sources that configurations for private connectivity read, by type.
 * @internal
 */
export const dataReaders: Readonly<Record<string, DataReader>> = {
  aws_lb: readLoadBalancer,
  aws_vpc: readVpc,
  aws_subnets: readSubnets,
  aws_subnet: readSubnet,
  aws_vpc_endpoint_service: readEndpointService,
  aws_caller_identity: (_args, { scope }) => ({
    id: scope.accountId,
    account_id: scope.accountId,
    arn: `arn:aws:sts::${scope.accountId}:assumed-role/Terraform/sandbox`,
  }),
  aws_region: (_args, { scope }) => ({
    id: scope.region,
    name: scope.region,
    region: scope.region,
  }),
  aws_partition: (_args, { scope }) => ({
    id: partitionOfRegion(scope.region),
    partition: partitionOfRegion(scope.region),
  }),
  ...edgeDataReaders,
};

function readLoadBalancer(args: Args, { world, scope }: ApplyContext): Args {
  const arn = optionalString(args, 'arn');
  const name = optionalString(args, 'name');
  const tags = stringMap(args, 'tags');
  const found = world.loadBalancing.loadBalancers
    .list(scope)
    .filter(
      loadBalancer =>
        (!arn || loadBalancer.id === arn) &&
        (!name || loadBalancer.name === name) &&
        hasTags(loadBalancer.tags, tags),
    );
  if (found.length !== 1) {
    const wanted = arn ?? name ?? JSON.stringify(tags);
    throw new WaitingError(
      `Search returned ${found.length} results, please revise so only one is returned: no single load balancer for ${wanted} in ${scope.accountId} ${scope.region}`,
    );
  }
  return loadBalancerAttributes(found[0]);
}

function loadBalancerAttributes(loadBalancer: LoadBalancer): Args {
  return {
    id: loadBalancer.id,
    arn: loadBalancer.id,
    arn_suffix: loadBalancer.id.split(':loadbalancer/')[1],
    name: loadBalancer.name,
    dns_name: loadBalancer.dnsName,
    zone_id: loadBalancer.canonicalHostedZoneId,
    internal: loadBalancer.scheme === 'internal',
    load_balancer_type: loadBalancer.type,
    security_groups: loadBalancer.securityGroupIds,
    subnets: loadBalancer.subnetIds,
    vpc_id: loadBalancer.vpcId,
    tags: loadBalancer.tags,
  };
}

function readVpc(args: Args, { world, scope }: ApplyContext): Args {
  const id = optionalString(args, 'id');
  const isDefault = optionalBoolean(args, 'default');
  const vpc = world.network
    .listVpcs(scope)
    .find(
      candidate =>
        (!id || candidate.id === id) &&
        (isDefault === undefined || candidate.isDefault === isDefault) &&
        hasTags(candidate.tags, stringMap(args, 'tags')),
    );
  if (!vpc) {
    throw new WaitingError(
      `no matching EC2 VPC found for ${id ?? JSON.stringify(args)}`,
    );
  }
  return {
    id: vpc.id,
    cidr_block: vpc.cidrBlock,
    enable_dns_support: vpc.enableDnsSupport,
    enable_dns_hostnames: vpc.enableDnsHostnames,
    tags: vpc.tags,
  };
}

function readSubnets(args: Args, { world, scope }: ApplyContext): Args {
  const filters = blocks(args, 'filter');
  const matches = (subnet: {
    vpcId: string;
    zoneId: string;
    zoneName: string;
  }) =>
    filters.every(filter => {
      const values = stringList(filter, 'values');
      switch (requiredString(filter, 'name')) {
        case 'vpc-id':
          return values.includes(subnet.vpcId);
        case 'availability-zone-id':
          return values.includes(subnet.zoneId);
        case 'availability-zone':
          return values.includes(subnet.zoneName);
        default:
          return true;
      }
    });
  const subnets = world.network
    .listSubnets(scope)
    .filter(
      subnet =>
        matches(subnet) && hasTags(subnet.tags, stringMap(args, 'tags')),
    );
  return { id: scope.region, ids: subnets.map(subnet => subnet.id) };
}

function readSubnet(args: Args, { world, scope }: ApplyContext): Args {
  const subnet = world.network.getSubnet(scope, requiredString(args, 'id'));
  return {
    id: subnet.id,
    vpc_id: subnet.vpcId,
    cidr_block: subnet.cidrBlock,
    availability_zone: subnet.zoneName,
    availability_zone_id: subnet.zoneId,
  };
}

function readEndpointService(args: Args, { world, scope }: ApplyContext): Args {
  const name = requiredString(args, 'service_name');
  const service = world.endpointServices.findByName(name);
  if (!service || !world.endpointServices.principals.allows(service, scope)) {
    throw new WaitingError(
      `no matching EC2 VPC Endpoint Service found for ${name}`,
    );
  }
  return {
    id: service.id,
    service_id: service.id,
    service_name: service.serviceName,
    acceptance_required: service.acceptanceRequired,
    availability_zones: service.zoneNames,
    private_dns_name: service.privateDns?.dnsName ?? '',
    region: service.region,
  };
}

function hasTags(actual: Tags, wanted: Tags): boolean {
  return Object.entries(wanted).every(([key, value]) => actual[key] === value);
}
