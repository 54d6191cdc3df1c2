import { mockServices } from '@backstage/backend-test-utils';
import { StateReader } from '@postern/backstage-plugin-private-exposure-node';
import { nameInArn } from '../../mapping/arns';
import { parseServiceArn, toServiceArn, toServiceId } from './serviceArns';
import { kubernetesServices } from '../../mapping/kubernetesServices';
import { toGrant } from './toGrant';
import { toSurveyedConnection } from './toSurveyedConnection';
import { toServiceExposure } from './toServiceExposure';

const scope = {
  id: 'aws/222233334444/cn-north-1',
  accountId: '222233334444',
  region: 'cn-north-1',
  partition: 'aws-cn',
  kinds: [],
};
const readerOf = () => {
  const warnings: string[] = [];
  const logger = mockServices.logger.mock({
    warn: message => warnings.push(message),
  });
  return { states: StateReader.create({ cloud: 'AWS', logger }), warnings };
};

describe('toServiceArn and toServiceId', () => {
  it('build the ARN of the partition and take the id out again', () => {
    const arn = toServiceArn(scope, 'vpce-svc-1');

    expect(arn).toBe(
      'arn:aws-cn:ec2:cn-north-1:222233334444:vpc-endpoint-service/vpce-svc-1',
    );
    expect(toServiceId(scope, arn)).toBe('vpce-svc-1');
  });

  it.each([
    'arn:aws:ec2:cn-north-1:222233334444:vpc-endpoint-service/vpce-svc-1',
    'arn:aws-cn:ec2:cn-north-1:111122223333:vpc-endpoint-service/vpce-svc-1',
    'arn:aws-cn:ec2:cn-north-1:222233334444:vpc-endpoint-service/',
    'arn:aws-cn:ec2:cn-north-1:222233334444:vpc-endpoint-service/a/vpce-svc-1',
    'vpce-svc-1',
    '',
  ])('refuse %s, which is not of the scope', arn => {
    expect(() => toServiceId(scope, arn)).toThrow('does not name');
  });
});

describe('parseServiceArn', () => {
  it('reads where a service is, without the configuration', () => {
    expect(parseServiceArn(toServiceArn(scope, 'vpce-svc-1'))).toEqual({
      partition: 'aws-cn',
      region: 'cn-north-1',
      serviceId: 'vpce-svc-1',
    });
  });

  it.each(['', 'vpce-svc-1', 'arn:aws:ec2:eu-west-1:1:vpc/vpc-1'])(
    'reads nothing from %s',
    arn => {
      expect(parseServiceArn(arn)).toBeUndefined();
    },
  );
});

describe('nameInArn', () => {
  it('finds the name between type and id', () => {
    expect(
      nameInArn(
        'arn:aws:elasticloadbalancing:eu-west-1:1:loadbalancer/net/payments/50dc',
      ),
    ).toBe('payments');
  });
});

describe('kubernetesServices', () => {
  it.each<{
    by: string;
    tags: Record<string, string>;
    identities: string[];
  }>([
    {
      by: 'the AWS Load Balancer Controller for a Service',
      tags: {
        'elbv2.k8s.aws/cluster': 'platform-eu',
        'service.k8s.aws/stack': 'shop/orders',
        'service.k8s.aws/resource': 'LoadBalancer',
      },
      identities: ['platform-eu/shop/orders'],
    },
    {
      by: 'the AWS Load Balancer Controller for an Ingress',
      tags: {
        'elbv2.k8s.aws/cluster': 'platform-eu',
        'ingress.k8s.aws/stack': 'shop/web',
      },
      identities: ['platform-eu/shop/web'],
    },
    {
      by: 'the AWS Load Balancer Controller for a group of Ingresses',
      tags: {
        'elbv2.k8s.aws/cluster': 'platform-eu',
        'ingress.k8s.aws/stack': 'shared-group',
      },
      identities: [],
    },
    {
      by: 'a member of a group of Ingresses who wants it for a namespace',
      tags: {
        'elbv2.k8s.aws/cluster': 'platform-eu',
        'ingress.k8s.aws/stack': 'shared-group',
        'service.k8s.aws/stack': 'mine/orders',
        'kubernetes.io/cluster/platform-eu': 'owned',
        'kubernetes.io/service-name': 'mine/orders',
      },
      identities: [],
    },
    {
      by: 'the in-tree provider, in a network that clusters share',
      tags: {
        'kubernetes.io/cluster/platform-eu': 'owned',
        'kubernetes.io/cluster/payments-eu': 'shared',
        'kubernetes.io/service-name': 'shop/orders',
      },
      identities: ['platform-eu/shop/orders'],
    },
    {
      by: 'somebody who wants a path in another namespace',
      tags: {
        'elbv2.k8s.aws/cluster': 'platform-eu',
        'service.k8s.aws/stack': 'a/b/c',
      },
      identities: [],
    },
    { by: 'nobody', tags: { Name: 'x' }, identities: [] },
  ])('reads the tags written by $by', ({ tags, identities }) => {
    expect(kubernetesServices(tags)).toEqual(identities);
  });
});

describe('toServiceExposure', () => {
  const map = (service: Parameters<typeof toServiceExposure>[0]) => {
    const { states, warnings } = readerOf();
    const exposure = toServiceExposure(service, {
      scope,
      states,
      loadBalancerTags: new Map(),
    });
    return { exposure, warnings };
  };

  it('has no domain for an empty configuration, as AWS sends it', () => {
    const { exposure, warnings } = map({
      ServiceId: 'vpce-svc-1',
      ServiceState: 'Available',
      PrivateDnsNameConfiguration: {},
    });

    expect(exposure?.domain).toBeUndefined();
    expect(exposure?.name).toBe('vpce-svc-1');
    expect(warnings).toEqual([]);
  });

  it('names no record while AWS has not made one', () => {
    const { exposure } = map({
      ServiceId: 'vpce-svc-1',
      ServiceState: 'Pending',
      PrivateDnsName: 'a.example',
      PrivateDnsNameConfiguration: { State: 'pendingVerification' },
    });

    expect(exposure?.domain).toEqual({ domain: 'a.example', state: 'pending' });
    expect(exposure?.lifecycle).toBe('provisioning');
  });

  it('says who made it and what looks after it, as its own tags tell', () => {
    const { exposure } = map({
      ServiceId: 'vpce-svc-1',
      ServiceState: 'Available',
      Tags: [
        { Key: 'aws:createdBy', Value: 'IAMUser:AIDAEXAMPLE:alice' },
        { Key: 'ManagedBy', Value: 'terraform' },
      ],
    });

    expect(exposure?.provenance).toEqual({
      createdBy: 'alice (IAMUser)',
      managedBy: 'Terraform',
    });
  });

  it('leaves an entry without an id out', () => {
    expect(map({ ServiceState: 'Available' }).exposure).toBeUndefined();
  });
});

describe('toSurveyedConnection', () => {
  it('knows our own accounts by name, and the region of another', () => {
    const connection = toSurveyedConnection(
      {
        ServiceId: 'vpce-svc-1',
        VpcEndpointId: 'vpce-1',
        VpcEndpointOwner: '333344445555',
        VpcEndpointState: 'PendingAcceptance',
        VpcEndpointRegion: 'cn-northwest-1',
      },
      {
        scope,
        states: readerOf().states,
        accountNames: new Map([['333344445555', 'acme-analytics']]),
      },
    );

    expect(connection?.consumer).toEqual({
      account: '333344445555',
      accountName: 'acme-analytics',
      region: 'cn-northwest-1',
      endpointId: 'vpce-1',
    });
    expect(connection?.state).toBe('pending');
  });
});

describe('toGrant', () => {
  it.each([
    ['*', 'All', 'everyone'],
    ['*', undefined, 'everyone'],
    ['arn:aws:iam::111122223333:root', 'Account', 'account'],
    ['arn:aws:iam::111122223333:role/r', 'Role', 'principal'],
    [
      'arn:aws:organizations::111122223333:ou/o-1/ou-1',
      'OrganizationUnit',
      'organization-unit',
    ],
    ['example.amazonaws.com', 'service', 'service'],
  ] as const)('reads %s of type %s as %s', (principal, type, expected) => {
    const grant = toGrant(
      { Principal: principal, PrincipalType: type as 'All' },
      false,
    );

    expect(grant).toEqual({ principal, type: expected, autoApproved: true });
  });
});
