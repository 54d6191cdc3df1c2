import { InvalidIntentError } from '../errors';
import { isAutoModeProfile } from '../intents/anyClusterProfile';
import { AzureClusterProfile } from '../intents/azureClusterProfile';
import { ClusterProfile } from '../intents/clusterProfile';
import { parseClusterProfile } from '../intents/parseClusterProfile';
import { PreviewSources } from './types';

type Cluster = PreviewSources['cluster'];

function refuse({ name }: Cluster, what: string): never {
  throw new InvalidIntentError({
    field: 'cluster',
    message: `'${name}' is not a cluster that ${what} can be written for`,
  });
}

/**
 * Reads the profile of a cluster whose controller makes what AWS templates write.
 *
 * @param what - what is to be written, for the refusal
 * @throws {@link InvalidIntentError}
 * @internal
 */
export function readAwsProfile(cluster: Cluster, what: string): ClusterProfile {
  const read = parseClusterProfile(cluster.name, cluster.profile);
  return read.cloud === 'azure' || isAutoModeProfile(read)
    ? refuse(cluster, what)
    : read;
}

/**
 * Reads the profile of a cluster on Azure.
 *
 * @throws {@link InvalidIntentError}
 * @internal
 */
export function readAzureProfile(
  cluster: Cluster,
  what: string,
): AzureClusterProfile {
  const read = parseClusterProfile(cluster.name, cluster.profile);
  return read.cloud === 'azure' ? read : refuse(cluster, what);
}
