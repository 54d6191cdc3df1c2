import { ALB_PREFIX } from './builders/routeObjects';
import { GeneratedFile } from './builders/types';
import { SettingChange } from './describe/changesTable';
import { AwsLoadBalancerIntent } from './intents/awsLoadBalancer';
import { Finding } from './linter/types';
import { lostRestrictions } from './lostRestrictions';

const RESTRICTIONS = [
  'inbound-cidrs',
  'security-group-prefix-lists',
  'security-groups',
].map(name => `${ALB_PREFIX}${name}`);

/**
 * Warns where an edit of an Ingress takes out what limits who reaches its load balancer, and no security groups take its
 * place: those that the controller makes let everybody in then.
 *
 * @internal
 */
export function findLostIngressRestrictions(
  changes: readonly SettingChange[],
  options: { intent: AwsLoadBalancerIntent; manifest: GeneratedFile },
): Finding[] {
  const { intent, manifest } = options;
  if (intent.loadBalancer.securityGroups.length > 0) return [];
  const line = manifest.content
    .split('\n')
    .findIndex(text => text.includes(`${ALB_PREFIX}scheme`));
  return lostRestrictions(changes, {
    ...{ keys: RESTRICTIONS, path: manifest.path, line: line + 1 || 1 },
    remedy: "Name security groups in the cluster's profile.",
  });
}
