import { InputError } from '@backstage/errors';
import {
  CLOUDFRONT_PREFIX_LIST,
  cloudFrontPrefixListId,
  normalDnsName,
} from '../../world';
import { ApplyContext } from '../types';
import { WaitingError } from '../WaitingError';
import {
  Args,
  blocks,
  optionalBoolean,
  optionalString,
  requiredString,
  stringList,
} from './args';
import { DataReader } from './ResourceHandler';

/**
 * The data sources that configurations for published services and for clusters read, by type.
 * @internal
 */
export const edgeDataReaders: Readonly<Record<string, DataReader>> = {
  aws_route53_zone: readZone,
  aws_ec2_managed_prefix_list: readPrefixList,
  aws_eks_cluster: readCluster,
  aws_iam_policy_document: args => {
    const json = JSON.stringify(policyDocument(args));
    return { id: json, json, minified_json: json };
  },
  aws_iam_openid_connect_provider: readIdentityProvider,
  // What a secret holds is no business of the sandbox's.
  aws_secretsmanager_secret_version: args => ({
    ...args,
    id: requiredString(args, 'secret_id'),
    secret_string: 'sandbox-only-secret',
  }),
};

function readZone(args: Args, { world, scope }: ApplyContext): Args {
  const id = optionalString(args, 'zone_id');
  const name = optionalString(args, 'name');
  const isPrivate = optionalBoolean(args, 'private_zone') ?? false;
  const found = id
    ? world.hostedZones.getZone(scope.accountId, id)
    : name && world.hostedZones.findZone(scope.accountId, name, { isPrivate });
  if (!found) {
    throw new WaitingError(
      `no matching Route 53 Hosted Zone found for ${name} in ${scope.accountId}`,
    );
  }
  return {
    ...args,
    id: found.id,
    zone_id: found.id,
    arn: found.arn,
    name: normalDnsName(found.name),
    name_servers: found.nameServers,
  };
}

function readPrefixList(args: Args, { scope }: ApplyContext): Args {
  const name = optionalString(args, 'name');
  const id = cloudFrontPrefixListId(scope.region);
  if (name !== CLOUDFRONT_PREFIX_LIST && args.id !== id) {
    throw new InputError(`no matching EC2 Managed Prefix List found: ${name}`);
  }
  return { ...args, id, name: CLOUDFRONT_PREFIX_LIST, max_entries: 55 };
}

function readCluster(args: Args, { world, scope }: ApplyContext): Args {
  const cluster = world.clusters.get(scope, requiredString(args, 'name'));
  return {
    ...args,
    id: cluster.name,
    arn: cluster.id,
    endpoint: cluster.endpoint,
    version: cluster.version,
    status: cluster.state,
    role_arn: cluster.roleArn,
    identity: [{ oidc: [{ issuer: cluster.oidcIssuer }] }],
    vpc_config: [
      {
        vpc_id: cluster.vpcId,
        subnet_ids: cluster.subnetIds,
        security_group_ids: cluster.securityGroupIds,
        cluster_security_group_id: cluster.clusterSecurityGroupId,
      },
    ],
  };
}

function readIdentityProvider(
  args: Args,
  { world, scope }: ApplyContext,
): Args {
  const url = optionalString(args, 'url')?.replace(/^https:\/\//, '');
  const found = world.identityProviders
    .list(scope.accountId)
    .find(provider => provider.id === args.arn || provider.url === url);
  if (!found) {
    throw new WaitingError(
      `no IAM OIDC Provider found for ${url ?? args.arn} in ${scope.accountId}`,
    );
  }
  return { ...args, id: found.id, arn: found.id, url: found.url };
}

/** As the provider writes it: one value alone is a string, several are a list. */
function policyDocument(args: Args) {
  const one = (values: string[]) => (values.length === 1 ? values[0] : values);
  const listed = (statement: Args, name: string) => {
    const values = stringList(statement, name);
    return values.length > 0 ? one(values) : undefined;
  };
  return {
    Version: optionalString(args, 'version') ?? '2012-10-17',
    Statement: blocks(args, 'statement').map(statement => {
      const conditions = blocks(statement, 'condition');
      const principals = blocks(statement, 'principals').map(
        principal =>
          [
            requiredString(principal, 'type'),
            one(stringList(principal, 'identifiers')),
          ] as const,
      );
      return {
        Sid: optionalString(statement, 'sid'),
        Effect: optionalString(statement, 'effect') ?? 'Allow',
        Principal:
          principals.length > 0 ? Object.fromEntries(principals) : undefined,
        Action: listed(statement, 'actions'),
        NotAction: listed(statement, 'not_actions'),
        Resource: listed(statement, 'resources'),
        Condition:
          conditions.length > 0 ? conditionsOf(conditions, one) : undefined,
      };
    }),
  };
}

function conditionsOf(
  conditions: Args[],
  one: (values: string[]) => string | string[],
) {
  const byTest = new Map<string, Record<string, string | string[]>>();
  for (const condition of conditions) {
    const test = requiredString(condition, 'test');
    byTest.set(test, {
      ...byTest.get(test),
      [requiredString(condition, 'variable')]: one(
        stringList(condition, 'values'),
      ),
    });
  }
  return Object.fromEntries(byTest);
}
