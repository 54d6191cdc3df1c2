import { AwsClusterPreparationIntent } from '../intents/awsClusterPreparation';

/** One rule that lets load balancers reach pods. @internal */
export interface PodRule {
  port: number;
  /** A group of the account with the load balancers, or a network. */
  source: { type: 'security-group' | 'network'; value: string };
  description: string;
}

/** The rules that let the load balancers reach the pods. @internal */
export function podRules({ pods }: AwsClusterPreparationIntent): PodRule[] {
  const sources = (
    pods.from.type === 'networks' ? pods.from.cidrs : pods.from.ids
  ).map(value => ({
    type:
      pods.from.type === 'networks'
        ? ('network' as const)
        : ('security-group' as const),
    value,
  }));
  return sources.flatMap(source =>
    pods.ports.map(port => ({
      ...{ port, source },
      description: `Load balancers at ${source.value} to port ${port}`,
    })),
  );
}

/** ARN of a subnet of the account with the load balancers. @internal */
export function subnetArn(
  intent: AwsClusterPreparationIntent,
  subnet: string,
): string {
  const { partition, region, loadBalancerAccount } = intent;
  return `arn:${partition}:ec2:${region}:${loadBalancerAccount}:subnet/${subnet}`;
}

/** Name of the share of the subnets. @internal */
export function shareName({ cluster }: AwsClusterPreparationIntent): string {
  return `${cluster}-subnets`;
}

/** What a cluster's controller is for, as the things that are made for it say. @internal */
export function controllerPurpose({
  cluster,
  account,
}: AwsClusterPreparationIntent): string {
  return `AWS Load Balancer Controller of cluster ${cluster} in account ${account}`;
}
