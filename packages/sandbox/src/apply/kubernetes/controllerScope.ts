import { Scope, World } from '../../world';
import { DeploymentTarget } from '../types';
import { WaitingError } from '../WaitingError';
import { isRecord } from './readManifests';

/**
 * The service account of the AWS Load Balancer Controller, with the role that it names.
 * @internal
 */
export interface ControllerIdentity {
  namespace: string;
  name: string;
  roleArn: string;
}

const AUDIENCE = 'sts.amazonaws.com';

/**
 * The account and region in which a cluster's controller makes load balancers: those of the role that its service account
 * names, which may be another account than the cluster's.
 *
 * @throws WaitingError if IAM would not let the service account have the role, or not yet.
 * @internal
 */
export function controllerScope(
  target: DeploymentTarget,
  identity: ControllerIdentity | undefined,
  world: World,
): Scope {
  const { accountId, region } = target;
  if (!identity) return { accountId, region };
  const [, , , , roleAccount] = identity.roleArn.split(':');
  if (!isTrusted(identity, roleAccount, target, world)) {
    throw new WaitingError(
      `AccessDenied: Not authorized to perform sts:AssumeRoleWithWebIdentity: the trust policy of ${
        identity.roleArn
      }, or the identity provider of ${roleAccount}, does not let ${subjectOf(
        identity,
      )} of ${target.cluster} in`,
    );
  }
  return { accountId: roleAccount, region };
}

function isTrusted(
  identity: ControllerIdentity,
  accountId: string,
  target: DeploymentTarget,
  world: World,
): boolean {
  const role = world.roles.find(
    accountId,
    identity.roleArn.split('/').pop() ?? '',
  );
  const cluster = world.clusters.find(target, target.cluster);
  if (!role || !cluster) return false;
  const issuer = cluster.oidcIssuer.replace('https://', '');
  const providerArn = `arn:aws:iam::${accountId}:oidc-provider/${issuer}`;
  const provider = world.identityProviders
    .list(accountId)
    .find(({ id }) => id === providerArn);
  if (!provider?.clientIds.includes(AUDIENCE)) return false;
  const policy: unknown = JSON.parse(role.trustPolicy);
  const statements = isRecord(policy) ? [policy.Statement].flat() : [];
  return statements.filter(isRecord).some(
    statement =>
      statement.Effect === 'Allow' &&
      listOf(statement.Action).includes('sts:AssumeRoleWithWebIdentity') &&
      isRecord(statement.Principal) &&
      listOf(statement.Principal.Federated).includes(providerArn) &&
      meets(statement.Condition, {
        [`${issuer}:aud`]: AUDIENCE,
        [`${issuer}:sub`]: subjectOf(identity),
      }),
  );
}

function subjectOf({ namespace, name }: ControllerIdentity): string {
  return `system:serviceaccount:${namespace}:${name}`;
}

/** Whether claims meet the conditions, of which roles for service accounts have these two. */
function meets(condition: unknown, claims: Record<string, string>): boolean {
  return Object.entries(isRecord(condition) ? condition : {}).every(
    ([operator, wanted]) =>
      Object.entries(isRecord(wanted) ? wanted : {}).every(([key, values]) =>
        listOf(values).some(value =>
          operator === 'StringLike'
            ? toPattern(value).test(claims[key] ?? '')
            : operator === 'StringEquals' && claims[key] === value,
        ),
      ),
  );
}

function toPattern(text: string): RegExp {
  const escaped = text.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`);
}

function listOf(value: unknown): string[] {
  return [value].flat().map(String);
}
