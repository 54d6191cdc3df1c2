import { checkCloudFrontProfile } from '../checkCloudFrontProfile';
import {
  AwsCloudFrontIntent,
  awsCloudFrontIntentSchema,
} from '../intents/awsCloudFront';
import { ClusterProfile } from '../intents/clusterProfile';
import { parseIntent } from '../intents/parseIntent';
import { readAwsProfile } from '../preview/readProfile';
import { PreviewSources } from '../preview/types';
import { CloudFrontRequest } from '../requests/CloudFrontRequest';
import { toCloudFrontInput } from '../requests/toCloudFrontInput';

/**
 * Reads what was typed so far of a publication through CloudFront, and holds it against the cluster.
 *
 * @throws {@link InvalidIntentError} where a template would refuse it
 * @internal
 */
export function readPublication(sources: PreviewSources<CloudFrontRequest>): {
  intent: AwsCloudFrontIntent;
  profile: ClusterProfile;
} {
  const {
    cluster,
    request,
    exists: _asked,
    present: _kept,
    ...owner
  } = sources;
  const profile = readAwsProfile(cluster, 'CloudFront');
  const input = toCloudFrontInput({ ...owner, profile, request });
  const intent = parseIntent(awsCloudFrontIntentSchema, input);
  checkCloudFrontProfile(intent, profile);
  return { intent, profile };
}
