import { AwsFault, Listener } from '../../world';
import { fromTagList } from '../ec2/tags';
import { Operation, operationsOf } from '../server/Operation';
import { elbv2PageLimits, pageOf } from '../server/paging';
import { required } from '../server/required';
import { listVisible, pickByIds } from '../server/visible';
import { ValueOf } from '../wire/shapes';
import * as shapes from './shapes/listenerShapes';

const operation = operationsOf('query');

function toListener(listener: Listener): ValueOf<typeof shapes.listener> {
  const { targetGroupArn, certificateArn, alpnPolicy } = listener;
  return {
    ListenerArn: listener.id,
    LoadBalancerArn: listener.loadBalancerArn,
    Port: listener.port,
    Protocol: listener.protocol,
    Certificates: certificateArn
      ? [{ CertificateArn: certificateArn }]
      : undefined,
    SslPolicy: listener.sslPolicy,
    DefaultActions: [
      {
        Type: 'forward',
        TargetGroupArn: targetGroupArn,
        ForwardConfig: { TargetGroups: [{ TargetGroupArn: targetGroupArn }] },
      },
    ],
    AlpnPolicy: alpnPolicy ? [alpnPolicy] : undefined,
  };
}

/** The one target group that the actions forward to. */
function targetGroupOf(
  actions: ValueOf<typeof shapes.action>[] | undefined,
): string | undefined {
  if (!actions) return undefined;
  const [action] = actions;
  const arn =
    action?.TargetGroupArn ??
    action?.ForwardConfig?.TargetGroups?.[0]?.TargetGroupArn;
  if (action?.Type !== 'forward' || !arn) {
    throw new AwsFault(
      'InvalidLoadBalancerAction',
      `The sandbox knows default actions of the type 'forward' with a target group, not '${action?.Type}'`,
    );
  }
  return arn;
}

const create = operation(
  'CreateListener',
  { input: shapes.createListenerInput, output: shapes.createListenerOutput },
  ({ world, scope }, input) => {
    const listener = world.createListener(scope, {
      loadBalancerArn: required(input.LoadBalancerArn, 'LoadBalancerArn'),
      port: required(input.Port, 'Port'),
      protocol: required(input.Protocol, 'Protocol'),
      targetGroupArn: required(
        targetGroupOf(input.DefaultActions),
        'DefaultActions',
      ),
      certificateArn: input.Certificates?.[0]?.CertificateArn,
      sslPolicy: input.SslPolicy,
      alpnPolicy: input.AlpnPolicy?.[0],
      tags: fromTagList(input.Tags),
    });
    return { Listeners: [toListener(listener)] };
  },
);

const describe = operation(
  'DescribeListeners',
  {
    input: shapes.describeListenersInput,
    output: shapes.describeListenersOutput,
  },
  (call, input) => {
    const { world, scope } = call;
    const arn = input.LoadBalancerArn;
    if (arn) world.loadBalancing.getLoadBalancer(scope, arn);
    else required(input.ListenerArns, 'LoadBalancerArn or ListenerArns');
    const picked = pickByIds(
      listVisible(call, world.listeners.listeners),
      input.ListenerArns,
      {
        code: 'ListenerNotFound',
        message: () => 'One or more listeners not found',
      },
    ).filter(one => (arn ?? one.loadBalancerArn) === one.loadBalancerArn);
    const { records, nextToken } = pageOf(picked, {
      size: input.PageSize,
      token: input.Marker,
      limits: elbv2PageLimits,
    });
    return { Listeners: records.map(toListener), NextMarker: nextToken };
  },
);

const describeCertificates = operation(
  'DescribeListenerCertificates',
  {
    input: shapes.describeListenerCertificatesInput,
    output: shapes.describeListenerCertificatesOutput,
  },
  ({ world, scope }, input) => {
    const { certificateArn } = world.listeners.getListener(
      scope,
      required(input.ListenerArn, 'ListenerArn'),
    );
    // The sandbox's listeners have one certificate at most, so one page does.
    return {
      Certificates: certificateArn
        ? [{ CertificateArn: certificateArn, IsDefault: true }]
        : [],
    };
  },
);

const modify = operation(
  'ModifyListener',
  { input: shapes.modifyListenerInput, output: shapes.modifyListenerOutput },
  ({ world, scope }, input) => {
    const listener = world.listeners.modifyListener(
      scope,
      required(input.ListenerArn, 'ListenerArn'),
      {
        port: input.Port,
        protocol: input.Protocol,
        targetGroupArn: targetGroupOf(input.DefaultActions),
        certificateArn: input.Certificates?.[0]?.CertificateArn,
        sslPolicy: input.SslPolicy,
        alpnPolicy: input.AlpnPolicy?.[0],
      },
    );
    return { Listeners: [toListener(listener)] };
  },
);

const remove = operation(
  'DeleteListener',
  { input: shapes.deleteListenerInput, output: shapes.deleteListenerOutput },
  ({ world, scope }, input) => {
    world.listeners.deleteListener(
      scope,
      required(input.ListenerArn, 'ListenerArn'),
    );
    return {};
  },
);

/** Listeners. @internal */
export const listenerOperations: Operation[] = [
  create,
  describe,
  describeCertificates,
  modify,
  remove,
];
