import {
  externalDnsContextOf,
  inFolder,
  type AwsPublicEntranceInput,
  type ClusterProfile,
} from '@postern/backstage-plugin-private-exposure-manifests';
import type { EntrancePreparationInput } from '../actions/entrancePreparationInput';

/** What the intent of a public entrance is made of. @internal */
export interface EntranceSources {
  /** Reference of the entity that owns what is made, as the catalog has it. */
  entityRef: string;
  /** Key of the tag that names the owner; `backstage-entity-ref` unless given. */
  ownerTag?: string;
  /** Profile of the cluster. */
  profile: ClusterProfile;
  /** The action's input. */
  input: EntrancePreparationInput;
}

/**
 * Makes the intent of a cluster's public entrance. Account, region, VPC, subnets and what external-dns reads come from the
 * cluster's profile and the owner from the catalog. Nothing is checked here: the builder does that.
 *
 * @internal
 */
export function toEntranceInput(
  sources: EntranceSources,
): AwsPublicEntranceInput {
  const { entityRef, ownerTag, profile, input } = sources;
  const { folder, hostName, infrastructure = {} } = input;
  const name = input.service.name || 'public-entrance';
  const { format = 'terraform' } = infrastructure;
  const extension = format === 'terraform' ? 'tf' : 'json';
  return {
    ...{ entityRef, ownerTag, hostName },
    // A form's empty text field means that nothing was asked for.
    reason: input.reason || undefined,
    cluster: profile.name,
    account: profile.account,
    region: profile.region,
    // The builder refuses what a profile lacks, by its field.
    vpc: profile.vpc ?? '',
    subnets: profile.subnets.map(({ id }) => id),
    externalDnsPrefix: externalDnsContextOf(profile)?.prefix ?? '',
    zone: input.zone || hostName.replace(/^[^.]*\./, ''),
    service: {
      ...{ name, namespace: input.service.namespace || name },
      selector: input.service.selector,
      targetPort: input.service.targetPort,
    },
    certificateArn: input.certificateArn || undefined,
    externalDns: toExternalDns(input),
    manifest: {
      path: inFolder(folder, input.manifestPath || `k8s/${name}.yaml`),
    },
    infrastructure: {
      format,
      path: inFolder(
        folder,
        infrastructure.path || `infra/${profile.name}-entrance.${extension}`,
      ),
    },
  };
}

function toExternalDns({
  externalDns = {},
}: EntrancePreparationInput): AwsPublicEntranceInput['externalDns'] {
  const { issuer, serviceAccount, namespace } = externalDns;
  if (!issuer) return undefined;
  return {
    issuer,
    serviceAccount: {
      name: serviceAccount || undefined,
      namespace: namespace || undefined,
    },
  };
}
