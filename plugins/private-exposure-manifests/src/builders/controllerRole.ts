import { AwsClusterPreparationIntent } from '../intents/awsClusterPreparation';
import { PolicyCondition } from './policyStatement';

/** For whom the cluster's tokens are. @internal */
export const AUDIENCE = 'sts.amazonaws.com';

/**
 * The claims that a token must have: meant for AWS, and of the one service account.
 *
 * @remarks https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html
 *
 * @internal
 */
export function trustConditions({
  issuer,
  controller,
}: AwsClusterPreparationIntent): PolicyCondition[] {
  const provider = issuer.replace('https://', '');
  const { name, namespace } = controller.serviceAccount;
  const claim = (key: string, value: string) => ({
    test: 'StringEquals',
    variable: `${provider}:${key}`,
    values: [value],
  });
  return [
    claim('aud', AUDIENCE),
    claim('sub', `system:serviceaccount:${namespace}:${name}`),
  ];
}

/** Name of the role, and of its policy. @internal */
export function controllerRoleName({
  cluster,
  controller,
}: AwsClusterPreparationIntent): string {
  const suffix = '-load-balancers';
  return (
    controller.roleName ?? `${cluster.slice(0, 64 - suffix.length)}${suffix}`
  );
}

/** ARN of the role. @internal */
export function controllerRoleArn(intent: AwsClusterPreparationIntent): string {
  const { partition, loadBalancerAccount } = intent;
  return `arn:${partition}:iam::${loadBalancerAccount}:role/${controllerRoleName(
    intent,
  )}`;
}
