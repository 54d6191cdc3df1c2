import { InputError } from '@backstage/errors';
import {
  type AwsPrivateLinkConsumerInput,
  type ClusterProfile,
  inFolder,
  toResourceName,
} from '@postern/backstage-plugin-private-exposure-manifests';
import type { ConsumeInput } from '../actions/consumeInput';
import type { DomainState } from '../portal/readDomainState';

/** What a consumer's intent is made of. @internal */
export interface ConsumerInputSources {
  /** Reference of the entity that connects, as the catalog has it. */
  entityRef: string;
  /** Name of that entity. */
  entityName: string;
  /** Key of the tag that names the owner; `backstage-entity-ref` unless given. */
  ownerTag?: string;
  /** Reference of the entity that provides the service, where it is in the catalog. */
  providerEntityRef?: string;
  /** What is known of the domain of the service. */
  domainState: DomainState;
  /** Profile of the cluster that connects. */
  profile: ClusterProfile;
  /** The action's input. */
  input: ConsumeInput;
}

/**
 * Makes the intent of a consumer's endpoint. Account, region, VPC and subnets come from the cluster's profile.
 *
 * @throws InputError when the profile names no VPC, or the service is in none of the cluster's zones.
 *
 * @internal
 */
export function toConsumerInput(
  sources: ConsumerInputSources,
): AwsPrivateLinkConsumerInput {
  const { entityRef, profile, input, domainState } = sources;
  const { format = 'terraform', path } = input.infrastructure ?? {};
  const name =
    input.name || toResourceName(sources.entityName, '-private-link');
  const extension = format === 'terraform' ? 'tf' : 'yaml';
  return {
    entityRef,
    ownerTag: sources.ownerTag,
    providerEntityRef: sources.providerEntityRef,
    reason: input.reason || undefined,
    name,
    partition: profile.partition,
    account: profile.account,
    region: profile.region,
    serviceName: input.serviceName,
    vpc: requireVpc(profile),
    subnets: subnetsInZones(profile, input.serviceZoneIds),
    securityGroup: {
      ports: input.ports,
      sources: input.clientCidrs.map(cidr => ({ type: 'cidr', cidr })),
    },
    privateDns: {
      enabled: Boolean(input.privateDns) && mayWork(domainState),
      verification: domainState,
    },
    infrastructure: {
      format,
      path: inFolder(
        input.folder,
        path || `infra/privatelink-consumer.${extension}`,
      ),
    },
  };
}

/** AWS refuses the name of a domain that is not verified; where nobody knows, the pull request says to look first. */
function mayWork(state: DomainState): boolean {
  return state === 'verified' || state === 'unknown';
}

function requireVpc(profile: ClusterProfile): string {
  if (profile.vpc) return profile.vpc;
  throw new InputError(
    `cluster: the profile of '${profile.name}' names no VPC; set 'privateExposure.clusters.${profile.name}.vpcId'`,
  );
}

function subnetsInZones(
  profile: ClusterProfile,
  zoneIds: readonly string[],
): string[] {
  // One subnet a zone: AWS refuses an endpoint with two.
  const byZone = new Map(
    [...profile.subnets].reverse().map(({ zoneId, id }) => [zoneId, id]),
  );
  const subnets = zoneIds.flatMap(zoneId => byZone.get(zoneId) ?? []);
  if (subnets.length > 0) return subnets;
  const known = [...byZone.keys()].sort().join(', ');
  throw new InputError(
    `serviceZoneIds: the cluster '${
      profile.name
    }' has no subnet in a zone of the service; it has subnets in ${
      known || 'no zone'
    }`,
  );
}
