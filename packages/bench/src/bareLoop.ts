import {
  EC2Client,
  paginateDescribeVpcEndpointConnections,
  paginateDescribeVpcEndpointServiceConfigurations,
} from '@aws-sdk/client-ec2';
import {
  DescribeTagsCommand,
  ElasticLoadBalancingV2Client,
  paginateDescribeLoadBalancers,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { ACCOUNT, ROLE, SANDBOX_KEY } from './settings';

/**
 * The baseline: the same pages as a survey, read with the bare SDK and thrown away. Prints the milliseconds.
 * Region and endpoint come from the environment.
 */
async function main() {
  const credentials = await assumeRole();
  const ec2 = new EC2Client({ credentials });
  const elb = new ElasticLoadBalancingV2Client({ credentials });
  const start = performance.now();
  let items = 0;

  const arns: string[] = [];
  for await (const page of paginateDescribeLoadBalancers(
    { client: elb, pageSize: 400 },
    {},
  )) {
    arns.push(
      ...(page.LoadBalancers ?? []).map(lb => lb.LoadBalancerArn ?? ''),
    );
  }
  for (let i = 0; i < arns.length; i += 20) {
    const answer = await elb.send(
      new DescribeTagsCommand({ ResourceArns: arns.slice(i, i + 20) }),
    );
    items += answer.TagDescriptions?.length ?? 0;
  }
  for await (const page of paginateDescribeVpcEndpointServiceConfigurations(
    { client: ec2, pageSize: 1000 },
    {},
  )) {
    items += page.ServiceConfigurations?.length ?? 0;
  }
  for await (const page of paginateDescribeVpcEndpointConnections(
    { client: ec2, pageSize: 1000 },
    {},
  )) {
    items += page.VpcEndpointConnections?.length ?? 0;
  }
  const milliseconds = performance.now() - start;
  process.stdout.write(`${JSON.stringify({ milliseconds, items })}\n`);
}

async function assumeRole() {
  const sts = new STSClient({ credentials: SANDBOX_KEY });
  const { Credentials } = await sts.send(
    new AssumeRoleCommand({
      RoleArn: `arn:aws:iam::${ACCOUNT}:role/${ROLE}`,
      RoleSessionName: 'bench',
    }),
  );
  return {
    accessKeyId: Credentials?.AccessKeyId ?? '',
    secretAccessKey: Credentials?.SecretAccessKey ?? '',
    sessionToken: Credentials?.SessionToken,
  };
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
