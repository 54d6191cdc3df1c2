import { Listener } from '../../world';
import { fromTagList } from '../ec2/tags';
import { Operation, operation } from '../server/Operation';
import { elbv2PageLimits, pageOf } from '../server/paging';
import { required } from '../server/required';
import { listVisible, pickByIds } from '../server/visible';
import { ValueOf } from '../wire/shapes';
import { fromActions, toActions } from './actions';
import * as shapes from './shapes/listenerShapes';

function toListener(listener: Listener): ValueOf<typeof shapes.listener> {
  const { certificateArn, alpnPolicy } = listener;
  return {
    ListenerArn: listener.id,
    LoadBalancerArn: listener.loadBalancerArn,
    Port: listener.port,
    Protocol: listener.protocol,
    Certificates: certificateArn
      ? [{ CertificateArn: certificateArn }]
      : undefined,
    SslPolicy: listener.sslPolicy,
    DefaultActions: toActions(listener),
    AlpnPolicy: alpnPolicy ? [alpnPolicy] : undefined,
  };
}

const create = operation(
  'CreateListener',
  { input: shapes.createListenerInput, output: shapes.createListenerOutput },
  ({ world, scope }, input) => {
    const listener = world.createListener(scope, {
      loadBalancerArn: required(input.LoadBalancerArn, 'LoadBalancerArn'),
      port: required(input.Port, 'Port'),
      protocol: required(input.Protocol, 'Protocol'),
      ...fromActions(required(input.DefaultActions, 'DefaultActions')),
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
    const { certificateArn, furtherCertificateArns = [] } =
      world.listeners.getListener(
        scope,
        required(input.ListenerArn, 'ListenerArn'),
      );
    // A listener has 25 certificates at most, so one page does.
    return {
      Certificates: [
        ...(certificateArn
          ? [{ CertificateArn: certificateArn, IsDefault: true }]
          : []),
        ...furtherCertificateArns.map(arn => ({
          CertificateArn: arn,
          IsDefault: false,
        })),
      ],
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
        ...fromActions(input.DefaultActions),
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
