import { AwsClusterPreparationIntent } from '../intents/awsClusterPreparation';
import { PolicyCondition } from './policyStatement';
import { serviceAccountConditions } from './serviceAccountTrust';

/** The claims that a token must have to get the role. @internal */
export function trustConditions({
  issuer,
  controller,
}: AwsClusterPreparationIntent): PolicyCondition[] {
  const { serviceAccount } = controller;
  return serviceAccountConditions({ issuer, serviceAccount });
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
