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

/**
 * The baseline: the same pages as a survey, read with the bare SDK and thrown away. Prints the milliseconds.
 * Credentials, region and endpoint come from the environment.
 */
async function main() {
  const ec2 = new EC2Client({});
  const elb = new ElasticLoadBalancingV2Client({});
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

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
