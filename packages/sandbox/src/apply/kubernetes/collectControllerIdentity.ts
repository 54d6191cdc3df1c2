import { ControllerIdentity } from './controllerScope';
import { Manifest, stringsAt, textAt } from './readManifests';

const NAME = 'aws-load-balancer-controller';
const LABEL = 'app.kubernetes.io/name';
const ROLE_ANNOTATION = 'eks.amazonaws.com/role-arn';

/**
 * The controller's service account among manifests, which has the name or the label of its chart; undefined where there is
 * none with a role.
 * @internal
 */
export function collectControllerIdentity(
  manifests: Manifest[],
  defaultNamespace: string,
): ControllerIdentity | undefined {
  for (const { object } of manifests) {
    const name = textAt(object, 'metadata', 'name');
    const label = textAt(object, 'metadata', 'labels', LABEL);
    const isOfController = name === NAME || label === NAME;
    if (object.kind === 'ServiceAccount' && name && isOfController) {
      const annotations = stringsAt(object, 'metadata', 'annotations');
      const roleArn = annotations[ROLE_ANNOTATION];
      const namespace =
        textAt(object, 'metadata', 'namespace') ?? defaultNamespace;
      if (roleArn) return { namespace, name, roleArn };
    }
  }
  return undefined;
}
