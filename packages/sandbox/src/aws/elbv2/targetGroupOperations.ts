import { AwsFault, HealthCheck, TargetGroup } from '../../world';
import { fromTagList } from '../ec2/tags';
import { Call, Operation, operation } from '../server/Operation';
import { elbv2PageLimits, pageOf } from '../server/paging';
import { required } from '../server/required';
import { listVisible, pickByIds } from '../server/visible';
import { ValueOf } from '../wire/shapes';
import { fromAttributes, toAttributes } from './attributes';
import * as shapes from './shapes/targetGroupShapes';

const PROTOCOL_VERSIONS = ['HTTP1', 'HTTP2', 'GRPC'] as const;
const TARGET_TYPES = ['ip', 'instance', 'alb'] as const;

function toTargetGroup(
  call: Call,
  group: TargetGroup,
): ValueOf<typeof shapes.targetGroup> {
  const { healthCheck } = group;
  return {
    TargetGroupArn: group.id,
    TargetGroupName: group.name,
    Protocol: group.protocol,
    ProtocolVersion: group.protocolVersion,
    Port: group.port,
    VpcId: group.vpcId,
    HealthCheckProtocol: healthCheck.protocol,
    HealthCheckPort: healthCheck.port,
    HealthCheckEnabled: true,
    HealthCheckIntervalSeconds: healthCheck.intervalSeconds,
    HealthCheckTimeoutSeconds: healthCheck.timeoutSeconds,
    HealthyThresholdCount: healthCheck.healthyThreshold,
    UnhealthyThresholdCount: healthCheck.unhealthyThreshold,
    HealthCheckPath: healthCheck.path,
    Matcher: healthCheck.matcher
      ? { HttpCode: healthCheck.matcher }
      : undefined,
    LoadBalancerArns: call.world.listeners.loadBalancersOf(group.id),
    TargetType: group.targetType,
    IpAddressType: group.ipAddressType,
  };
}

/** The parts of a health check that a request names. */
function healthCheckOf(
  input: ValueOf<typeof shapes.modifyTargetGroupInput>,
): Partial<HealthCheck> {
  const given = {
    protocol: input.HealthCheckProtocol,
    port: input.HealthCheckPort,
    path: input.HealthCheckPath,
    intervalSeconds: input.HealthCheckIntervalSeconds,
    timeoutSeconds: input.HealthCheckTimeoutSeconds,
    healthyThreshold: input.HealthyThresholdCount,
    unhealthyThreshold: input.UnhealthyThresholdCount,
    matcher: input.Matcher?.HttpCode,
  };
  return Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  );
}

const create = operation(
  'CreateTargetGroup',
  {
    input: shapes.createTargetGroupInput,
    output: shapes.createTargetGroupOutput,
  },
  (call, input) => {
    const targetType = TARGET_TYPES.find(type => type === input.TargetType);
    if (input.TargetType && !targetType) {
      throw new AwsFault(
        'ValidationError',
        `The sandbox has no target type '${input.TargetType}'`,
      );
    }
    const group = call.world.createTargetGroup(call.scope, {
      name: required(input.Name, 'Name'),
      protocol: required(input.Protocol, 'Protocol'),
      protocolVersion: PROTOCOL_VERSIONS.find(
        version => version === input.ProtocolVersion,
      ),
      port: required(input.Port, 'Port'),
      vpcId: required(input.VpcId, 'VpcId'),
      targetType,
      healthCheck: healthCheckOf(input),
      tags: fromTagList(input.Tags),
    });
    return { TargetGroups: [toTargetGroup(call, group)] };
  },
);

const describe = operation(
  'DescribeTargetGroups',
  {
    input: shapes.describeTargetGroupsInput,
    output: shapes.describeTargetGroupsOutput,
  },
  (call, input) => {
    const { world, scope } = call;
    const arn = input.LoadBalancerArn;
    if (arn) world.loadBalancing.getLoadBalancer(scope, arn);
    const behind = arn
      ? new Set(world.listeners.targetGroupsOf(arn))
      : undefined;
    const picked = pickByIds(
      listVisible(call, world.targetGroups.targetGroups),
      input.TargetGroupArns,
      {
        code: 'TargetGroupNotFound',
        message: () => 'One or more target groups not found',
      },
    ).filter(
      group =>
        (!behind || behind.has(group.id)) &&
        (input.Names ?? [group.name]).includes(group.name),
    );
    if (input.Names && picked.length < new Set(input.Names).size) {
      throw new AwsFault(
        'TargetGroupNotFound',
        'One or more target groups not found',
      );
    }
    const { records, nextToken } = pageOf(picked, {
      size: input.PageSize,
      token: input.Marker,
      limits: elbv2PageLimits,
    });
    return {
      TargetGroups: records.map(one => toTargetGroup(call, one)),
      NextMarker: nextToken,
    };
  },
);

const modify = operation(
  'ModifyTargetGroup',
  {
    input: shapes.modifyTargetGroupInput,
    output: shapes.modifyTargetGroupOutput,
  },
  (call, input) => {
    const group = call.world.targetGroups.getTargetGroup(
      call.scope,
      required(input.TargetGroupArn, 'TargetGroupArn'),
    );
    Object.assign(group.healthCheck, healthCheckOf(input));
    return { TargetGroups: [toTargetGroup(call, group)] };
  },
);

const remove = operation(
  'DeleteTargetGroup',
  {
    input: shapes.deleteTargetGroupInput,
    output: shapes.deleteTargetGroupOutput,
  },
  ({ world, scope }, input) => {
    world.targetGroups.deleteTargetGroup(
      scope,
      required(input.TargetGroupArn, 'TargetGroupArn'),
    );
    return {};
  },
);

const describeAttributes = operation(
  'DescribeTargetGroupAttributes',
  {
    input: shapes.describeTargetGroupAttributesInput,
    output: shapes.describeTargetGroupAttributesOutput,
  },
  ({ world, scope }, input) => {
    const group = world.targetGroups.getTargetGroup(
      scope,
      required(input.TargetGroupArn, 'TargetGroupArn'),
    );
    return { Attributes: toAttributes(group.attributes) };
  },
);

const modifyAttributes = operation(
  'ModifyTargetGroupAttributes',
  {
    input: shapes.modifyTargetGroupAttributesInput,
    output: shapes.modifyTargetGroupAttributesOutput,
  },
  ({ world, scope }, input) => {
    const group = world.targetGroups.getTargetGroup(
      scope,
      required(input.TargetGroupArn, 'TargetGroupArn'),
    );
    const changes = fromAttributes(required(input.Attributes, 'Attributes'));
    const unknown = Object.keys(changes).find(
      key => !(key in group.attributes),
    );
    if (unknown !== undefined) {
      throw new AwsFault(
        'ValidationError',
        `Target group attribute key '${unknown}' is not recognized`,
      );
    }
    Object.assign(group.attributes, changes);
    return { Attributes: toAttributes(group.attributes) };
  },
);

/** Target groups; their targets are in `targetOperations`. @internal */
export const targetGroupOperations: Operation[] = [
  create,
  describe,
  modify,
  remove,
  describeAttributes,
  modifyAttributes,
];
