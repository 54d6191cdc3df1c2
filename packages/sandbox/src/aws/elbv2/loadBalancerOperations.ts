import { AwsFault, LoadBalancer } from '../../world';
import { fromTagList } from '../ec2/tags';
import { Call, Operation, operation } from '../server/Operation';
import { oneOf } from '../server/oneOf';
import { elbv2PageLimits, pageOf } from '../server/paging';
import { required } from '../server/required';
import { listVisible, pickByIds } from '../server/visible';
import { fromAttributes, toAttributes } from './attributes';
import * as shapes from './shapes/loadBalancerShapes';

function toZone(call: Call, subnetId: string) {
  return {
    ZoneName: call.world.network.subnets.get(subnetId)?.zoneName,
    SubnetId: subnetId,
    LoadBalancerAddresses: [],
  };
}

function toLoadBalancer(call: Call, one: LoadBalancer) {
  const hasGroups = one.type === 'application' || one.securityGroupIds.length;
  return {
    LoadBalancerArn: one.id,
    DNSName: one.dnsName,
    CanonicalHostedZoneId: one.canonicalHostedZoneId,
    CreatedTime: new Date(one.createdAt),
    LoadBalancerName: one.name,
    Scheme: one.scheme,
    VpcId: one.vpcId,
    State: { Code: one.state, Reason: one.stateReason },
    Type: one.type,
    AvailabilityZones: one.subnetIds.map(id => toZone(call, id)),
    // Absent, not empty, on a network load balancer that was made without.
    SecurityGroups: hasGroups ? one.securityGroupIds : undefined,
    IpAddressType: one.ipAddressType,
    EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic:
      one.enforceInboundRulesOnPrivateLink,
  };
}

const CODE = 'ValidationError';

const create = operation(
  'CreateLoadBalancer',
  {
    input: shapes.createLoadBalancerInput,
    output: shapes.createLoadBalancerOutput,
  },
  (call, input) => {
    const mapped = (input.SubnetMappings ?? []).flatMap(
      ({ SubnetId }) => SubnetId ?? [],
    );
    const loadBalancer = call.world.createLoadBalancer(call.scope, {
      name: required(input.Name, 'Name'),
      // The service makes internet-facing application load balancers unless told.
      type:
        oneOf(input.Type, ['network', 'application'], {
          name: 'Type',
          code: CODE,
        }) ?? 'application',
      scheme:
        oneOf(input.Scheme, ['internal', 'internet-facing'], {
          name: 'Scheme',
          code: CODE,
        }) ?? 'internet-facing',
      subnetIds: input.Subnets ?? mapped,
      securityGroupIds: input.SecurityGroups,
      ipAddressType: oneOf(input.IpAddressType, ['ipv4', 'dualstack'], {
        name: 'IpAddressType',
        code: CODE,
      }),
      tags: fromTagList(input.Tags),
    });
    return { LoadBalancers: [toLoadBalancer(call, loadBalancer)] };
  },
);

/** Load balancers by name; an unknown name is a fault. */
function named(
  records: LoadBalancer[],
  names: string[] | undefined,
): LoadBalancer[] {
  if (!names?.length) return records;
  const missing = names.find(name => !records.some(one => one.name === name));
  if (missing !== undefined) {
    throw new AwsFault(
      'LoadBalancerNotFound',
      `Load balancers '[${missing}]' not found`,
    );
  }
  return records.filter(({ name }) => names.includes(name));
}

const describe = operation(
  'DescribeLoadBalancers',
  {
    input: shapes.describeLoadBalancersInput,
    output: shapes.describeLoadBalancersOutput,
  },
  (call, input) => {
    const picked = pickByIds(
      listVisible(call, call.world.loadBalancing.loadBalancers),
      input.LoadBalancerArns,
      {
        code: 'LoadBalancerNotFound',
        message: arn => `Load balancers '[${arn}]' not found`,
      },
    );
    const { records, nextToken } = pageOf(named(picked, input.Names), {
      size: input.PageSize,
      token: input.Marker,
      limits: elbv2PageLimits,
    });
    return {
      LoadBalancers: records.map(one => toLoadBalancer(call, one)),
      NextMarker: nextToken,
    };
  },
);

const remove = operation(
  'DeleteLoadBalancer',
  {
    input: shapes.deleteLoadBalancerInput,
    output: shapes.deleteLoadBalancerOutput,
  },
  ({ world, scope }, input) => {
    world.loadBalancing.deleteLoadBalancer(
      scope,
      required(input.LoadBalancerArn, 'LoadBalancerArn'),
    );
    return {};
  },
);

const describeAttributes = operation(
  'DescribeLoadBalancerAttributes',
  {
    input: shapes.describeLoadBalancerAttributesInput,
    output: shapes.describeLoadBalancerAttributesOutput,
  },
  ({ world, scope }, input) => {
    const loadBalancer = world.loadBalancing.getLoadBalancer(
      scope,
      required(input.LoadBalancerArn, 'LoadBalancerArn'),
    );
    return { Attributes: toAttributes(loadBalancer.attributes) };
  },
);

const modifyAttributes = operation(
  'ModifyLoadBalancerAttributes',
  {
    input: shapes.modifyLoadBalancerAttributesInput,
    output: shapes.modifyLoadBalancerAttributesOutput,
  },
  ({ world, scope }, input) => {
    const loadBalancer = world.loadBalancing.modifyAttributes(
      scope,
      required(input.LoadBalancerArn, 'LoadBalancerArn'),
      fromAttributes(required(input.Attributes, 'Attributes')),
    );
    return { Attributes: toAttributes(loadBalancer.attributes) };
  },
);

const setSecurityGroups = operation(
  'SetSecurityGroups',
  {
    input: shapes.setSecurityGroupsInput,
    output: shapes.setSecurityGroupsOutput,
  },
  ({ world, scope }, input) => {
    const loadBalancer = world.loadBalancing.setSecurityGroups(
      scope,
      required(input.LoadBalancerArn, 'LoadBalancerArn'),
      {
        securityGroupIds: required(input.SecurityGroups, 'SecurityGroups'),
        enforce: oneOf(
          input.EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic,
          ['on', 'off'],
          {
            name: 'EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic',
            code: CODE,
          },
        ),
      },
    );
    return {
      SecurityGroupIds: loadBalancer.securityGroupIds,
      EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic:
        loadBalancer.enforceInboundRulesOnPrivateLink,
    };
  },
);

/** Load balancers. @internal */
export const loadBalancerOperations: Operation[] = [
  create,
  describe,
  remove,
  describeAttributes,
  modifyAttributes,
  setSecurityGroups,
];
