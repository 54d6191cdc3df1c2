import {
  DescribeListenersCommand,
  DescribeLoadBalancersCommand,
  DescribeRulesCommand,
  DescribeTagsCommand,
  DescribeTargetGroupsCommand,
  DescribeTargetHealthCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { elbClient } from '../__testUtils__/awsClients';
import { startTestSandbox } from '../__testUtils__/startTestSandbox';
import {
  startTestDeployments,
  TEST_SCOPE,
} from './__testUtils__/startTestDeployments';
import { PAYMENTS } from './__testUtils__/ingressFiles';

describe('the load balancer of an Ingress over the wire', () => {
  it('shows with its rules, targets and tags', async () => {
    const sandbox = await startTestSandbox();
    const test = await startTestDeployments({ sandbox });
    sandbox.world.accounts.addRole(TEST_SCOPE.accountId, {
      name: 'Postern',
    });
    const client = elbClient(sandbox, { accountId: TEST_SCOPE.accountId });
    try {
      await test.commit({ 'k8s/payments.yaml': PAYMENTS });
      sandbox.clock.advance(10_000);

      const { LoadBalancers } = await client.send(
        new DescribeLoadBalancersCommand({}),
      );
      const LoadBalancerArn = LoadBalancers?.[0].LoadBalancerArn;
      expect(LoadBalancers?.[0]).toMatchObject({
        Type: 'application',
        State: { Code: 'active' },
      });
      const { Listeners } = await client.send(
        new DescribeListenersCommand({ LoadBalancerArn }),
      );
      const { Rules } = await client.send(
        new DescribeRulesCommand({ ListenerArn: Listeners?.[0].ListenerArn }),
      );
      const { TargetGroups } = await client.send(
        new DescribeTargetGroupsCommand({ LoadBalancerArn }),
      );
      const TargetGroupArn = TargetGroups?.[0].TargetGroupArn;
      expect(
        Rules?.map(({ Conditions, Actions }) => [
          Conditions?.map(condition => condition.Values),
          Actions?.[0].TargetGroupArn ??
            Actions?.[0].FixedResponseConfig?.StatusCode,
        ]),
      ).toEqual([
        [[['payments.acme.example'], ['/*']], TargetGroupArn],
        [[], '404'],
      ]);
      const { TargetHealthDescriptions } = await client.send(
        new DescribeTargetHealthCommand({ TargetGroupArn }),
      );
      expect(
        TargetHealthDescriptions?.map(
          ({ TargetHealth }) => TargetHealth?.State,
        ),
      ).toEqual(['healthy', 'healthy']);
      const { TagDescriptions } = await client.send(
        new DescribeTagsCommand({ ResourceArns: [LoadBalancerArn ?? ''] }),
      );
      expect(TagDescriptions?.[0].Tags).toContainEqual({
        Key: 'ingress.k8s.aws/stack',
        Value: 'payments/payments',
      });
    } finally {
      await test.stop();
      await sandbox.stop();
    }
  });
});
