import { addSharedRoute } from './builders/addSharedRoute';
import { narrowedRoutes } from './builders/narrowedRoutes';
import { BuildResult } from './builders/types';
import { BuildOptions } from './buildAwsPrivateLinkExposure';
import { checkIngressGroup } from './checkIngressGroup';
import { describeIngresses } from './describe/describeObjects';
import { describeSharedRoute } from './describe/sharedRoute';
import { InvalidIntentError } from './errors';
import { ClusterProfile } from './intents/clusterProfile';
import { parseIntent } from './intents/parseIntent';
import {
  SharedRouteInput,
  SharedRouteIntent,
  sharedRouteIntentSchema,
} from './intents/sharedRoute';
import { lintManifests } from './linter/lintManifests';

/** Reads a shared route and holds it against the cluster that it is for. */
function readSharedRoute(
  input: SharedRouteInput,
  clusterProfile: ClusterProfile | undefined,
): SharedRouteIntent {
  const intent = parseIntent(sharedRouteIntentSchema, input);
  const { entrance, service } = intent;
  if (clusterProfile && clusterProfile.name !== intent.cluster) {
    throw new InvalidIntentError({
      field: 'cluster',
      message: `must be '${clusterProfile.name}', as the cluster profile says, not '${intent.cluster}'`,
    });
  }
  if (entrance.form === 'aws-ingress-group') {
    checkIngressGroup({
      ...{ clusterProfile, group: entrance.group },
      field: 'entrance.group',
      namespace: service.namespace,
    });
  }
  return intent;
}

/**
 * Builds the route of a host and its paths at an entrance that services share: an Ingress of ingress-nginx, an Ingress in
 * a group of the AWS Load Balancer Controller, or an HTTPRoute of a Gateway. What is there is edited in place.
 *
 * @remarks
 * Two services never get the same host and path: every manifest in `options.existing` is looked into, so give all that
 * may hold routes of the entrance.
 *
 * @throws {@link InvalidIntentError} naming the field, and the other service where the path is taken.
 * @throws {@link UnsafeEditError} naming the file and line that can't be edited safely.
 * @public
 */
export function buildSharedRoute(
  input: SharedRouteInput,
  options: BuildOptions = {},
): BuildResult {
  const { existing = {}, clusterProfile } = options;
  const intent = readSharedRoute(input, clusterProfile);
  const { file, added, unread } = addSharedRoute(intent, existing);
  const files = existing[file.path] === file.content ? [] : [file];
  const base = Object.entries(existing).map(([path, content]) => ({
    path,
    content,
  }));
  const findings = lintManifests([file], { clusterProfile, base });
  return {
    files,
    deletedPaths: [],
    findings,
    title: `Route ${intent.host} to ${intent.service.namespace}/${intent.service.name}`,
    description: describeSharedRoute({
      ...{ intent, files, existing, findings, added, unread },
      narrowed: narrowedRoutes({ ...intent, hosts: [intent.host] }, existing),
      ingresses: describeIngresses([file], { clusterProfile, base }),
    }),
  };
}
