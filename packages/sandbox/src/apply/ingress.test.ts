import { planIngress } from '@postern/backstage-plugin-private-exposure-manifests';
import { parse } from 'yaml';
import { ec2Arn } from '../world';
import {
  startTestDeployments,
  TEST_SCOPE,
} from './__testUtils__/startTestDeployments';
import { P, service, ingress, PAYMENTS } from './__testUtils__/ingressFiles';

describe('Ingresses of the AWS Load Balancer Controller', () => {
  let test: Awaited<ReturnType<typeof startTestDeployments>>;

  beforeEach(async () => {
    test = await startTestDeployments();
  });
  afterEach(() => test.stop());

  const loadBalancers = (scope = TEST_SCOPE) =>
    test.world.loadBalancing.loadBalancers.list(scope);
  const rulesOf = (arn: string, port = 80) => {
    const listener = test.world.listeners
      .listenersOf(arn)
      .find(one => one.port === port);
    return test.world.listenerRules.rulesOf(listener?.id ?? '');
  };

  it('become a load balancer with rules, healthy targets and tags, and go with the manifest', async () => {
    const steps = await test.commit({ 'k8s/payments.yaml': PAYMENTS });
    const [loadBalancer, ...others] = loadBalancers();
    expect(others).toEqual([]);
    expect(steps()).toEqual([
      {
        state: 'applied',
        address: 'Ingress payments/payments',
        message: `Created ${loadBalancer.id}, at ${loadBalancer.dnsName}`,
      },
    ]);
    test.clock.advance(10_000);
    expect(loadBalancer).toMatchObject({
      type: 'application',
      state: 'active',
      scheme: 'internal',
      tags: {
        'elbv2.k8s.aws/cluster': 'platform-eu',
        'ingress.k8s.aws/stack': 'payments/payments',
        'ingress.k8s.aws/resource': 'LoadBalancer',
      },
    });
    const [group] = test.world.targetGroups.targetGroups.list(TEST_SCOPE);
    expect(group.port).toBe(8080);
    expect(
      [...group.targets.values()].map(({ health }) => health.state),
    ).toEqual(['healthy', 'healthy']);

    await test.commit({ 'k8s/payments.yaml': null });
    expect(loadBalancers()).toEqual([]);
    expect(test.world.targetGroups.targetGroups.list(TEST_SCOPE)).toEqual([]);
    expect(test.world.securityGroups.groups.list(TEST_SCOPE)).toEqual([]);
  });

  it('agree with what is planned for them', async () => {
    const attributes =
      'idle_timeout.timeout_seconds=120,routing.http.drop_invalid_header_fields.enabled=true';
    const certificate = test.world.certificates.create(TEST_SCOPE, {
      domainName: 'payments.acme.example',
      state: 'ISSUED',
    });
    const text = ingress(
      'payments',
      {
        scheme: 'internet-facing',
        'group.name': 'public',
        'certificate-arn': certificate.id,
        'listen-ports': '[{"HTTP": 80}, {"HTTPS": 443}]',
        'ssl-redirect': '443',
        'ssl-policy': 'ELBSecurityPolicy-TLS13-1-2-2021-06',
        'load-balancer-attributes': attributes,
        tags: 'team=payments',
      },
      [
        { path: '/', type: 'Prefix', service: 'payments' },
        { path: '/refunds', type: 'Prefix', service: 'payments' },
        { path: '/health', type: 'Exact', service: 'missing' },
      ],
    );
    const plan = planIngress(parse(text), undefined, {
      clusterName: 'platform-eu',
      services: [parse(service('payments'))],
    });
    if (plan.outcome !== 'aws-application-load-balancer') {
      throw new Error(`The Ingress is ${plan.outcome}`);
    }

    await test.commit({ 'k8s/all.yaml': `${text}---\n${service('payments')}` });

    const { model } = plan;
    const [loadBalancer] = loadBalancers();
    expect(loadBalancer).toMatchObject({
      name: model.loadBalancerName,
      scheme: model.scheme,
      attributes: model.loadBalancerAttributes,
      tags: model.tags,
    });
    const listeners = test.world.listeners.listenersOf(loadBalancer.id);
    expect(
      listeners.map(one => [
        one.port,
        one.protocol,
        one.sslPolicy,
        one.certificateArn,
        one.answer?.type,
      ]),
    ).toEqual(
      model.listeners.map(one => [
        one.port,
        one.protocol,
        one.sslPolicy,
        one.certificates?.[0],
        one.defaultActions[0].type,
      ]),
    );
    expect(
      rulesOf(loadBalancer.id, 443).map(rule => [
        rule.priority,
        rule.conditions.map(({ field, values }) => [field, values]),
        rule.answer?.type ?? 'forward',
      ]),
    ).toEqual(
      model.listenerRules.map(rule => [
        rule.priority,
        rule.conditions.map(condition => [
          condition.field,
          (condition.hostHeaderConfig ?? condition.pathPatternConfig)?.values,
        ]),
        rule.actions[0].type,
      ]),
    );
    expect(rulesOf(loadBalancer.id, 80)).toEqual([]);
  });

  it('share the load balancer of their group across repositories, in its order', async () => {
    const group = { 'group.name': 'public' };
    await test.commit({
      'k8s/payments.yaml': `${service('payments')}---\n${ingress('payments', {
        ...group,
        'group.order': '10',
      })}`,
    });
    const [{ id, dnsName }] = loadBalancers();
    await test.commit(
      {
        'k8s/refunds.yaml': `${service('refunds')}---\n${ingress('refunds', {
          ...group,
          'group.order': '-1',
        })}`,
      },
      'acme/refunds',
    );

    expect(loadBalancers()).toEqual([expect.objectContaining({ id, dnsName })]);
    const hosts = () => rulesOf(id).map(rule => rule.conditions[0].values[0]);
    expect(hosts()).toEqual(['refunds.acme.example', 'payments.acme.example']);

    await test.commit({ 'k8s/payments.yaml': null });
    expect(hosts()).toEqual(['refunds.acme.example']);
    await test.commit({ 'k8s/refunds.yaml': null }, 'acme/refunds');
    expect(loadBalancers()).toEqual([]);
  });

  it('stop their whole group where two contradict each other, and keep what there was', async () => {
    await test.commit({
      'k8s/payments.yaml': `${service('payments')}---\n${ingress('payments', {
        'group.name': 'public',
        scheme: 'internal',
      })}`,
    });
    const [before] = loadBalancers();
    const steps = await test.commit(
      {
        'k8s/refunds.yaml': `${service('refunds')}---\n${ingress('refunds', {
          'group.name': 'public',
          scheme: 'internet-facing',
        })}`,
      },
      'acme/refunds',
    );
    expect(steps()).toEqual([
      {
        state: 'failed',
        address: 'IngressGroup public',
        message: 'conflicting scheme: [internal internet-facing]',
      },
    ]);
    expect(loadBalancers()).toEqual([before]);
    expect(rulesOf(before.id)).toHaveLength(1);
  });

  it.each<{
    name: string;
    annotations: Record<string, string>;
    message: string;
  }>([
    {
      name: 'one subnet',
      annotations: { subnets: 'subnet-0aaaaaaaaaaaaaaaa' },
      message: 'subnets count less than minimal required count: 1 < 2',
    },
    {
      name: 'a subnet that is not there',
      annotations: { subnets: 'subnet-0aaaaaaaaaaaaaaaa,elsewhere' },
      message: "couldn't find the subnet elsewhere",
    },
    {
      name: 'a certificate of another region',
      annotations: {
        'certificate-arn':
          'arn:aws:acm:us-east-1:111122223333:certificate/11111111-1111-4111-8111-111111111111',
      },
      message: 'CertificateNotFound',
    },
    {
      name: 'a web ACL for distributions',
      annotations: {
        'wafv2-acl-arn':
          'arn:aws:wafv2:us-east-1:111122223333:global/webacl/a/1',
      },
      message: 'WAFNonexistentItemException',
    },
    {
      name: 'instance targets of a ClusterIP Service',
      annotations: { 'target-type': 'instance' },
      message: "your service be must of type 'NodePort' or 'LoadBalancer'",
    },
    {
      name: 'no valid group',
      annotations: { 'group.name': 'Public' },
      message: 'invalid ingress group',
    },
  ])('refuse $name', async ({ annotations, message }) => {
    const text = ingress('payments', annotations).replace(
      'target-type' in annotations ? `    ${P}target-type: ip\n` : '',
      '',
    );
    const steps = await test.commit({
      'k8s/all.yaml': `${service('payments')}---\n${text}`,
    });
    expect(steps()).toEqual([
      expect.objectContaining({
        state: 'failed',
        message: expect.stringContaining(message),
      }),
    ]);
    expect(loadBalancers()).toEqual([]);
  });

  it('stand in subnets that another account shares, and nowhere without the share', async () => {
    const network = { accountId: '999988887777', region: TEST_SCOPE.region };
    const vpc = test.world.network.createVpc(network);
    const subnets = ['a', 'b'].map(zone =>
      test.world.network.createSubnet(network, {
        vpcId: vpc.id,
        zone: `eu-west-1${zone}`,
      }),
    );
    const text = ingress('payments', {
      subnets: subnets.map(({ id }) => id).join(','),
    });
    const files = { 'k8s/all.yaml': `${service('payments')}---\n${text}` };
    const steps = await test.commit(files);
    expect(steps()).toEqual([expect.objectContaining({ state: 'failed' })]);

    test.world.shares.create(network, {
      name: 'for-clusters',
      resourceArns: subnets.map(subnet => ec2Arn(subnet, 'subnet')),
      principals: [TEST_SCOPE.accountId],
    });
    test.clock.advance(5000);

    expect(steps()).toEqual([expect.objectContaining({ state: 'applied' })]);
    expect(loadBalancers()).toEqual([
      expect.objectContaining({
        vpcId: vpc.id,
        subnetIds: subnets.map(({ id }) => id),
      }),
    ]);
  });

  it('leave the Ingress of another class and one without class alone', async () => {
    const steps = await test.commit({
      'k8s/all.yaml': `${service('payments')}---\n${ingress('payments').replace(
        '  ingressClassName: alb\n',
        '',
      )}`,
    });
    expect(steps()).toEqual([]);
    expect(loadBalancers()).toEqual([]);
  });
});
