import { Scope, World } from '../world';

/**
 * A cluster with identity provider and role, shared subnets, and a Classic Load Balancer, for the recorded clients.
 *
 * @internal
 */
export function addRecordedCluster(
  world: World,
  place: Scope & { subnetIds: string[]; sharedWith: Scope },
): void {
  const { accountId, subnetIds } = place;
  const cluster = world.clusters.create(place, { name: 'shop', subnetIds });
  const provider = world.identityProviders.create(accountId, {
    url: cluster.oidcIssuer,
    clientIds: ['sts.amazonaws.com'],
  });
  world.roles.create(accountId, {
    name: 'controller',
    trustPolicy: JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Federated: provider.id },
          Action: 'sts:AssumeRoleWithWebIdentity',
        },
      ],
    }),
  });
  world.shares.create(place, {
    name: 'subnets',
    resourceArns: subnetIds.map(
      id => `arn:aws:ec2:${place.region}:${accountId}:subnet/${id}`,
    ),
    principals: [place.sharedWith.accountId],
  });
  world.classicLoadBalancers.create(place, {
    name: 'old',
    subnetIds,
    listeners: [
      {
        protocol: 'TCP',
        port: 443,
        instanceProtocol: 'TCP',
        instancePort: 30443,
      },
    ],
    instanceIds: ['i-0aaaaaaaaaaaaaaaa'],
    tags: { Name: 'old' },
  });
}
