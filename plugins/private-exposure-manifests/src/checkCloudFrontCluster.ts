import { InvalidIntentError } from './errors';
import { ClusterProfile } from './intents/clusterProfile';

/**
 * Holds the place that an intent names against the profile of its cluster, which CloudFront must be able to reach.
 *
 * @throws {@link InvalidIntentError}
 * @internal
 */
export function checkCloudFrontCluster(
  intent: { cluster: string; account: string; region: string },
  profile: ClusterProfile,
): void {
  const refuse = (field: string, message: string): never => {
    throw new InvalidIntentError({ field, message });
  };
  const pairs = [
    ['cluster', intent.cluster, profile.name],
    ['account', intent.account, profile.account],
    ['region', intent.region, profile.region],
  ];
  for (const [field, asked, actual] of pairs) {
    if (asked !== actual)
      refuse(
        field,
        `must be '${actual}', as the cluster profile says, not '${asked}'`,
      );
  }
  if (profile.partition !== 'aws')
    refuse(
      'cluster',
      `is in ${profile.partition}, which this CloudFront does not reach`,
    );
}
