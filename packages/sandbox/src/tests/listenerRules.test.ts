import {
  CreateListenerCommand,
  CreateLoadBalancerCommand,
  CreateRuleCommand,
  CreateTargetGroupCommand,
  DeleteListenerCommand,
  DeleteRuleCommand,
  DescribeRulesCommand,
  DescribeTargetGroupsCommand,
  DescribeTargetHealthCommand,
  ElasticLoadBalancingV2Client,
  Listener,
  ModifyRuleCommand,
  paginateDescribeRules,
  RegisterTargetsCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { elbClient } from '../__testUtils__/awsClients';
import { PROVIDER, startTestSandbox } from '../__testUtils__/startTestSandbox';
import { Sandbox } from '../startSandbox';

const NOT_FOUND = {
  Type: 'fixed-response',
  FixedResponseConfig: { StatusCode: '404', ContentType: 'text/plain' },
} as const;

describe('rules of an application load balancer over the wire', () => {
  let sandbox: Sandbox;
  let client: ElasticLoadBalancingV2Client;
  let loadBalancerArn: string | undefined;
  let targetGroupArn: string | undefined;
  let listener: Listener | undefined;
  let listenerArn: string | undefined;

  beforeEach(async () => {
    sandbox = await startTestSandbox();
    client = elbClient(sandbox, { accountId: PROVIDER.accountId });
    const vpc = sandbox.world.network.ensureDefaultVpc(PROVIDER);
    const subnets = sandbox.world.network.subnetsOfVpc(PROVIDER, vpc.id);
    const { LoadBalancers } = await client.send(
      new CreateLoadBalancerCommand({
        Name: 'shared',
        Type: 'application',
        Subnets: subnets.map(({ id }) => id),
      }),
    );
    loadBalancerArn = LoadBalancers?.[0].LoadBalancerArn;
    const { TargetGroups } = await client.send(
      new CreateTargetGroupCommand({
        Name: 'payments',
        Protocol: 'HTTP',
        Port: 8080,
        VpcId: vpc.id,
        TargetType: 'ip',
      }),
    );
    targetGroupArn = TargetGroups?.[0].TargetGroupArn;
    const { Listeners } = await client.send(
      new CreateListenerCommand({
        LoadBalancerArn: loadBalancerArn,
        Protocol: 'HTTP',
        Port: 80,
        DefaultActions: [NOT_FOUND],
      }),
    );
    [listener] = Listeners ?? [];
    listenerArn = listener?.ListenerArn;
  });
  afterEach(() => sandbox.stop());

  const createRule = (Priority: number, host = 'pay.acme.example') =>
    client.send(
      new CreateRuleCommand({
        ListenerArn: listenerArn,
        Priority,
        Conditions: [
          { Field: 'host-header', HostHeaderConfig: { Values: [host] } },
        ],
        Actions: [{ Type: 'forward', TargetGroupArn: targetGroupArn }],
      }),
    );

  it('answers by itself what no rule takes', () => {
    expect(listener?.DefaultActions).toEqual([{ ...NOT_FOUND, Order: 1 }]);
  });

  it('lists rules by priority, the default one last, over pages', async () => {
    await createRule(20, 'b.acme.example');
    await createRule(10, 'a.acme.example');

    const { Rules } = await client.send(
      new DescribeRulesCommand({ ListenerArn: listenerArn }),
    );
    expect(
      Rules?.map(({ Priority, IsDefault, Conditions }) => [
        Priority,
        IsDefault,
        Conditions?.[0]?.HostHeaderConfig?.Values,
      ]),
    ).toEqual([
      ['10', false, ['a.acme.example']],
      ['20', false, ['b.acme.example']],
      ['default', true, undefined],
    ]);

    const seen = [];
    const pages = paginateDescribeRules(
      { client, pageSize: 1 },
      { ListenerArn: listenerArn },
    );
    for await (const page of pages) seen.push(...(page.Rules ?? []));
    expect(seen.map(rule => rule.Priority).sort()).toEqual([
      '10',
      '20',
      'default',
    ]);
  });

  it('checks targets once a rule forwards to them, and no longer than that', async () => {
    await client.send(
      new RegisterTargetsCommand({
        TargetGroupArn: targetGroupArn,
        Targets: [{ Id: '172.31.0.20' }],
      }),
    );
    const health = async () => {
      const answer = await client.send(
        new DescribeTargetHealthCommand({ TargetGroupArn: targetGroupArn }),
      );
      return answer.TargetHealthDescriptions?.[0].TargetHealth?.State;
    };
    await expect(health()).resolves.toBe('unused');

    const { Rules } = await createRule(1);
    await expect(health()).resolves.toBe('initial');
    const { TargetGroups } = await client.send(
      new DescribeTargetGroupsCommand({ LoadBalancerArn: loadBalancerArn }),
    );
    expect(TargetGroups).toEqual([
      expect.objectContaining({
        TargetGroupArn: targetGroupArn,
        ProtocolVersion: 'HTTP1',
        LoadBalancerArns: [loadBalancerArn],
      }),
    ]);

    await client.send(
      new ModifyRuleCommand({
        RuleArn: Rules?.[0].RuleArn,
        Actions: [
          {
            Type: 'redirect',
            RedirectConfig: { StatusCode: 'HTTP_301', Protocol: 'HTTPS' },
          },
        ],
      }),
    );
    await expect(health()).resolves.toBe('unused');
  });

  it('refuses a priority that is taken, and forgets rules with their listener', async () => {
    const { Rules } = await createRule(1);
    await expect(createRule(1)).rejects.toMatchObject({
      name: 'PriorityInUseException',
    });

    await client.send(new DeleteListenerCommand({ ListenerArn: listenerArn }));
    await expect(
      client.send(new DeleteRuleCommand({ RuleArn: Rules?.[0].RuleArn })),
    ).rejects.toMatchObject({ name: 'RuleNotFoundException' });
  });
});
