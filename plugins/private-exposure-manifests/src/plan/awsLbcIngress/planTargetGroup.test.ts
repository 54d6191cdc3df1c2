import { readIngressAnnotations, readLbcIngress } from './LbcIngress';
import {
  awsLbcIngressDefaults,
  AwsLbcIngressFacts,
} from './AwsLbcIngressFacts';
import { BackendServices } from './BackendServices';
import { planTargetGroup, planTargetGroupBinding } from './planTargetGroup';
import { planMultiCluster } from './planTargetSettings';

const P = 'alb.ingress.kubernetes.io/';
const FLAG = 'multi-cluster-target-group';

const flagOf = (value: string | undefined) =>
  readIngressAnnotations(value === undefined ? {} : { [`${P}${FLAG}`]: value });

const facts: AwsLbcIngressFacts = {
  ...awsLbcIngressDefaults,
  clusterName: 'platform',
  services: [
    {
      kind: 'Service',
      metadata: { name: 'payments', namespace: 'shop', uid: 'payments' },
      spec: { ports: [{ port: 80, targetPort: 8080 }] },
    },
  ],
};

/** The ports that are opened to a load balancer in front of pods. */
function openedPorts(
  annotations: Record<string, string>,
  more: Partial<AwsLbcIngressFacts> = {},
) {
  const member = {
    ...readLbcIngress({
      kind: 'Ingress',
      metadata: { name: 'payments', namespace: 'shop', annotations },
      spec: {},
    }),
    params: undefined,
  };
  const target = {
    member,
    serviceName: 'payments',
    port: 80,
    service: new BackendServices(facts.services).find('shop', 'payments'),
  };
  const options = {
    groupId: { namespace: 'shop', name: 'payments' },
    addressType: 'ipv4' as const,
    backendSecurityGroup: 'sg-backend',
  };
  const all = { ...facts, ...more };
  const group = planTargetGroup(target, all, options);
  const { ingress } = planTargetGroupBinding(target, group, all, options);
  return ingress?.map(({ ports }) => ports.map(({ port }) => port));
}

describe('whether other clusters have targets in the same group', () => {
  it.each([
    [undefined, undefined, false],
    ['true', undefined, true],
    ['true', 'false', true],
    ['false', 'true', true],
    ['false', 'false', false],
  ])('with %s at the Ingress and %s at the Service', (one, other, expected) =>
    expect(planMultiCluster(flagOf(one), flagOf(other))).toBe(expected),
  );

  it('refuses what is no boolean, at either', () => {
    expect(() => planMultiCluster(flagOf('yes'), flagOf(undefined))).toThrow(
      `failed to parse bool annotation, ${P}${FLAG}: yes`,
    );
    expect(() => planMultiCluster(flagOf(undefined), flagOf('yes'))).toThrow(
      `failed to parse bool annotation, ${P}${FLAG}: yes`,
    );
  });
});

describe('what is opened to an Application Load Balancer', () => {
  const ip = { [`${P}target-type`]: 'ip' };
  const control = { [`${P}target-control-port.payments.80`]: '3000' };

  it('is the port for traffic, and those for health checks and target control', () => {
    expect(openedPorts(ip)).toEqual([[8080]]);
    expect(
      openedPorts({ ...ip, ...control, [`${P}healthcheck-port`]: '9090' }),
    ).toEqual([[8080], [9090], [3000]]);
  });

  it('is every port where rules are not restricted', () => {
    expect(
      openedPorts(
        { ...ip, ...control },
        { hasUnrestrictedSecurityGroupRules: true },
      ),
    ).toEqual([[undefined]]);
  });
});
