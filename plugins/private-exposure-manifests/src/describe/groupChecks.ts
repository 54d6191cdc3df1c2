import { matchObject } from '../builders/addManifestObject';
import { ALB_PREFIX, objectOfRoute } from '../builders/routeObjects';
import { GeneratedFile } from '../builders/types';
import { readTarget } from '../edit/editManifest';
import { valueAt } from '../edit/valueAt';
import { SharedEntrance } from '../intents/sharedRoute';
import { codeMarkdown as code } from './escapeMarkdown';

/** Whether an Ingress says that it answers in HTTPS, by a port or by a certificate. */
function answersInHttps(ingress: unknown): boolean {
  const said = (name: string) =>
    valueAt(ingress, ['metadata', 'annotations', `${ALB_PREFIX}${name}`]);
  const ports = said('listen-ports');
  return ports === undefined
    ? said('certificate-arn') !== undefined
    : String(ports).includes('"HTTPS"');
}

/**
 * What a reviewer looks at where the route stands in an Ingress of a group, which may be there already: each member of a
 * group says for itself where it answers.
 *
 * @internal
 */
export function groupChecks(
  route: SharedEntrance,
  manifests: readonly GeneratedFile[],
): string[] {
  if (route.form !== 'aws-ingress-group') return [];
  const { path, group, ingress } = route;
  const text = manifests.find(file => file.path === path)?.content;
  const found = readTarget(path, text, matchObject(objectOfRoute(route)));
  if (answersInHttps(found)) return [];
  return [
    `The Ingress ${code(
      `${ingress.namespace}/${ingress.name}`,
    )} answers on port 443, where CloudFront asks: it or its class names a certificate. Without one it answers on port 80 alone, whatever the others of the group ${code(
      group,
    )} say, and callers get 404.`,
  ];
}
