import { AwsCloudFrontIntent } from '../intents/awsCloudFront';
import { parseIntent } from '../intents/parseIntent';
import {
  SharedEntrance,
  SharedRouteIntent,
  sharedRouteIntentSchema,
} from '../intents/sharedRoute';
import { annotatedNamesOnly } from './annotatedNamesOnly';
import { ingressObject, objectOfRoute, routeObject } from './routeObjects';
import { ManifestObject } from './types';

/**
 * The route of one published name at a public entrance.
 *
 * @throws {@link InvalidIntentError}
 * @internal
 */
export function publishedRoute(
  intent: AwsCloudFrontIntent,
  entrance: SharedEntrance,
  host: string,
): SharedRouteIntent {
  const { entityRef, cluster, paths, port } = intent;
  const { name, namespace } = intent.service;
  return parseIntent(sharedRouteIntentSchema, {
    ...{ entityRef, cluster, host, paths, entrance },
    service: { name, namespace, port },
  });
}

/**
 * The object that leads the published names on from a public entrance, where there is none yet.
 *
 * @throws {@link InvalidIntentError}
 * @internal
 */
export function newPublishedRoute(
  intent: AwsCloudFrontIntent,
  entrance: SharedEntrance,
): ManifestObject {
  const routes = intent.hostNames.map(host =>
    publishedRoute(intent, entrance, host),
  );
  const annotations = annotatedNamesOnly(
    objectOfRoute(entrance).kind,
    intent.externalDnsPrefix,
  );
  // The intent gives a Gateway one name alone.
  return entrance.form === 'gateway-api'
    ? routeObject(routes[0], entrance, annotations)
    : ingressObject(routes, entrance, annotations);
}
