import {
  ec2Arn,
  ScopedCollection,
  ScopedRecord,
  Tags,
  World,
} from '../../world';
import { Call } from '../server/Operation';
import { listVisible } from '../server/visible';

/** A resource as the Resource Groups Tagging API knows it. @internal */
export interface TaggedResource {
  arn: string;
  sequence: number;
  tags: Tags;
}

/** What has its ARN as id, or beside it. */
interface WithArn extends ScopedRecord {
  arn?: string;
}

function collectionsWithArns(world: World): ScopedCollection<WithArn>[] {
  const collections = [
    world.loadBalancing.loadBalancers,
    world.classicLoadBalancers.loadBalancers,
    world.targetGroups.targetGroups,
    world.listeners.listeners,
    world.listenerRules.rules,
    world.certificates.certificates,
    world.webAcls.webAcls,
    world.ipSets.ipSets,
    world.distributions.distributions,
    world.vpcOrigins.vpcOrigins,
    world.hostedZones.zones,
    world.shares.shares,
    world.clusters.clusters,
  ];
  return collections as ScopedCollection<WithArn>[];
}

function ec2Collections(
  world: World,
): [string, ScopedCollection<ScopedRecord>][] {
  const collections = {
    'vpc-endpoint-service': world.endpointServices.services,
    'vpc-endpoint': world.endpoints.endpoints,
    vpc: world.network.vpcs,
    subnet: world.network.subnets,
    'network-interface': world.network.networkInterfaces,
    'security-group': world.securityGroups.groups,
  };
  return Object.entries(collections) as [
    string,
    ScopedCollection<ScopedRecord>,
  ][];
}

/**
 * The resources of the caller's account and region that have tags, oldest
 * first. What has none is not known to the real service either.
 *
 * @internal
 */
export function listTaggedResources(call: Call): TaggedResource[] {
  const { world } = call;
  const found: TaggedResource[] = [];
  for (const collection of collectionsWithArns(world)) {
    for (const record of listVisible(call, collection)) {
      const { sequence, tags, arn = record.id } = record;
      found.push({ arn, sequence, tags });
    }
  }
  for (const [type, collection] of ec2Collections(world)) {
    for (const record of listVisible(call, collection)) {
      const { sequence, tags } = record;
      found.push({ arn: ec2Arn(record, type), sequence, tags });
    }
  }
  return found
    .filter(({ tags }) => Object.keys(tags).length > 0)
    .sort((left, right) => left.sequence - right.sequence);
}

/**
 * Whether an ARN is of a type such as `elasticloadbalancing:loadbalancer`,
 * `elasticloadbalancing:loadbalancer/app`, or of a whole service.
 *
 * @internal
 */
export function isOfType(arn: string, type: string): boolean {
  const [, , service, , , ...resource] = arn.split(':');
  const path = `${service}:${resource.join(':')}`;
  return [':', '/'].some(
    end => path.startsWith(`${type}${end}`) || path === type,
  );
}
