import { AwsFault, ClassicLoadBalancer } from '../../world';
import { toTagList } from '../ec2/tags';
import { Call, Operation, operation } from '../server/Operation';
import { elbv2PageLimits, pageOf } from '../server/paging';
import { required } from '../server/required';
import { listVisible } from '../server/visible';
import { ValueOf } from '../wire/shapes';
import * as healthShapes from './shapes/healthShapes';
import * as shapes from './shapes/loadBalancerShapes';
import * as tagShapes from './shapes/tagShapes';

const CODE = 'ValidationError';

/** How many load balancers one DescribeTags may name. */
const MAX_TAGGED = 20;

function present(
  { world }: Call,
  one: ClassicLoadBalancer,
): ValueOf<typeof shapes.loadBalancerDescription> {
  const zones = one.subnetIds.flatMap(
    id => world.network.subnets.get(id)?.zoneName ?? [],
  );
  return {
    LoadBalancerName: one.name,
    DNSName: one.dnsName,
    CanonicalHostedZoneName:
      one.scheme === 'internet-facing' ? one.dnsName : undefined,
    CanonicalHostedZoneNameID: one.canonicalHostedZoneId,
    ListenerDescriptions: one.listeners.map(listener => ({
      Listener: {
        Protocol: listener.protocol,
        LoadBalancerPort: listener.port,
        InstanceProtocol: listener.instanceProtocol,
        InstancePort: listener.instancePort,
        SSLCertificateId: listener.certificateArn,
      },
      PolicyNames: [],
    })),
    Policies: {
      AppCookieStickinessPolicies: [],
      LBCookieStickinessPolicies: [],
      OtherPolicies: [],
    },
    BackendServerDescriptions: [],
    AvailabilityZones: zones,
    Subnets: one.subnetIds,
    VPCId: one.vpcId,
    Instances: one.instances.map(({ instanceId }) => ({
      InstanceId: instanceId,
    })),
    HealthCheck: {
      Target: one.healthCheckTarget,
      Interval: 10,
      Timeout: 5,
      UnhealthyThreshold: 6,
      HealthyThreshold: 2,
    },
    SecurityGroups: one.securityGroupIds,
    CreatedTime: new Date(one.createdAt),
    Scheme: one.scheme,
  };
}

const describe = operation(
  'DescribeLoadBalancers',
  {
    input: shapes.describeAccessPointsInput,
    output: shapes.describeAccessPointsOutput,
  },
  (call, input) => {
    const names = input.LoadBalancerNames;
    for (const name of names ?? []) {
      call.world.classicLoadBalancers.get(call.scope, name);
    }
    const found = listVisible(
      call,
      call.world.classicLoadBalancers.loadBalancers,
    ).filter(({ name }) => !names?.length || names.includes(name));
    const { records, nextToken } = pageOf(found, {
      size: input.PageSize,
      token: input.Marker,
      limits: elbv2PageLimits,
    });
    return {
      LoadBalancerDescriptions: records.map(one => present(call, one)),
      NextMarker: nextToken,
    };
  },
);

const describeTags = operation(
  'DescribeTags',
  { input: tagShapes.describeTagsInput, output: tagShapes.describeTagsOutput },
  ({ world, scope }, input) => {
    const names = required(input.LoadBalancerNames, 'LoadBalancerNames', CODE);
    if (names.length > MAX_TAGGED) {
      throw new AwsFault(
        CODE,
        `Up to ${MAX_TAGGED} load balancers can be named, not ${names.length}`,
      );
    }
    return {
      TagDescriptions: names.map(name => ({
        LoadBalancerName: name,
        Tags: toTagList(world.classicLoadBalancers.get(scope, name).tags),
      })),
    };
  },
);

const describeHealth = operation(
  'DescribeInstanceHealth',
  {
    input: healthShapes.describeEndPointStateInput,
    output: healthShapes.describeEndPointStateOutput,
  },
  ({ world, scope }, input) => {
    const name = required(input.LoadBalancerName, 'LoadBalancerName', CODE);
    const { instances } = world.classicLoadBalancers.get(scope, name);
    const wanted = input.Instances?.map(({ InstanceId }) => InstanceId ?? '');
    const missing = wanted?.find(
      id => !instances.some(({ instanceId }) => instanceId === id),
    );
    if (missing !== undefined) {
      throw new AwsFault(
        'InvalidInstance',
        `Could not find EC2 instance ${missing}.`,
      );
    }
    return {
      InstanceStates: instances
        .filter(({ instanceId }) => wanted?.includes(instanceId) ?? true)
        .map(instance => ({
          InstanceId: instance.instanceId,
          State: instance.state,
          ReasonCode: instance.reasonCode,
          Description: instance.description,
        })),
    };
  },
);

/** Classic Load Balancers. @internal */
export const classicOperations: Operation[] = [
  describe,
  describeTags,
  describeHealth,
];
