import {
  EditTarget,
  appendDocument,
  findTarget,
  valueAt,
} from '../edit/editManifest';
import { YamlChange, applyYamlChange } from '../edit/editYaml';
import { YamlText } from '../edit/YamlText';
import { InvalidIntentError } from '../errors';
import { AwsLoadBalancerIntent } from '../intents/awsLoadBalancer';
import { verifyEdit } from '../verify/verifyEdit';
import { verifyManifest } from '../verify/verifyManifest';
import { stringifyManifest } from '../yaml/stringifyManifest';
import { checkIngressVersion } from './checkRouteObject';
import { claimsOfIngress } from './findRouteClaims';
import { appendAt, missingPaths, placeInIngress } from './ingressRoute';
import {
  ingressNameOf,
  newIngress,
  newService,
  routeOf,
} from './loadBalancerObjects';
import { planIngressEdit } from './planIngressEdit';
import { ALB_PREFIX, GROUP_NAME } from './routeObjects';
import { ExistingFiles, GeneratedFile, ManifestObject } from './types';

const annotationsAt = ['metadata', 'annotations'];

/** Finds an object of a file by its name, whatever its version. @internal */
export function findNamed(
  file: YamlText,
  kind: 'Service' | 'Ingress',
  { name, namespace }: { name: string; namespace: string },
): EditTarget | undefined {
  return findTarget(file, {
    match: [
      { path: ['kind'], value: kind },
      { path: ['metadata', 'name'], value: name },
      { path: ['metadata', 'namespace'], value: namespace },
    ],
    ...{ create: {}, settings: [], annotations: [], superseded: [] },
  });
}

/** An object of a file as a plain value. @internal */
export const plainOf = (file: YamlText, { document }: EditTarget): unknown =>
  file.documents[document].toJS({ maxAliasCount: 100 });

/** A Service that is there stays as it is, where an Ingress can lead to it. */
function checkService(
  file: YamlText,
  target: EditTarget,
  intent: AwsLoadBalancerIntent,
): void {
  const plain = plainOf(file, target);
  const type = valueAt(plain, ['spec', 'type']) ?? 'ClusterIP';
  const fail = (message: string) =>
    file.fail(file.documents[target.document].contents?.range[0], message);
  if (type === 'LoadBalancer')
    fail(
      'the Service has a load balancer of its own; withdraw that first, or put a Service of type ClusterIP beside it',
    );
  if (type === 'ExternalName')
    fail('the Service is a name for something outside the cluster');
  if (intent.loadBalancer.targetType === 'instance' && type !== 'NodePort')
    fail(
      `targets of type 'instance' need a Service of type NodePort, not ${String(
        type,
      )}; take 'ip'`,
    );
  const wanted = intent.service.ports ?? [
    { port: routeOf(intent).service.port },
  ];
  const ports = valueAt(plain, ['spec', 'ports']);
  const found = Array.isArray(ports)
    ? ports.map(port => valueAt(port, ['port']))
    : [];
  if (!wanted.every(({ port }) => found.includes(port))) {
    throw new InvalidIntentError({
      field: intent.service.ports ? 'service.ports' : 'ingress.port',
      message: `must be of the existing Service's ports (${found.join(', ')})`,
    });
  }
}

function withDocument(file: YamlText, created: ManifestObject): YamlText {
  const content = appendDocument(file, created);
  const after = YamlText.parse(file.path, content);
  verifyEdit({ before: file, after, added: created });
  return after;
}

// Another class, scheme or group is another load balancer: the one that is there would be deleted under its users.
function checkReplacement(
  file: YamlText,
  { document }: EditTarget,
  intent: AwsLoadBalancerIntent,
): void {
  const plain: unknown = plainOf(file, { document, base: [] });
  const annotation = (key: string) => valueAt(plain, [...annotationsAt, key]);
  const { ingress, loadBalancer } = intent;
  const { group, scheme } = loadBalancer;
  const className =
    valueAt(plain, ['spec', 'ingressClassName']) ??
    annotation('kubernetes.io/ingress.class');
  const pairs: [string, unknown, string | undefined][] = [
    ['class', className ?? ingress.ingressClassName, ingress.ingressClassName],
    ['group', annotation(GROUP_NAME), group?.name],
    // What the controller takes where an Ingress does not say.
    ['scheme', annotation(`${ALB_PREFIX}scheme`) ?? 'internal', scheme],
  ];
  for (const [what, found, wanted] of pairs) {
    if (found === wanted) continue;
    file.fail(
      file.documents[document].contents?.range[0],
      `the Ingress has the ${what} '${String(
        found ?? 'none',
      )}' and not '${String(
        wanted ?? 'none',
      )}': its load balancer would be replaced by another; write a new Ingress beside it`,
    );
  }
}

function editIngress(
  file: YamlText,
  target: EditTarget,
  intent: AwsLoadBalancerIntent,
): YamlText {
  const { document } = target;
  const plain = plainOf(file, target);
  checkIngressVersion(file, document, plain);
  checkReplacement(file, target, intent);
  const route = routeOf(intent);
  const claims = claimsOfIngress(file, document, intent.service.namespace);
  const missing = missingPaths(route, claims, 'ingress.paths');
  const changes: YamlChange[] = planIngressEdit(plain, intent);
  const changed = changes.reduce(
    (each, change) => applyYamlChange(each, document, change),
    file,
  );
  if (missing.length === 0) {
    verifyEdit({ before: file, after: changed, document, changes });
    return changed;
  }
  const place = placeInIngress(plain, route, missing);
  const { after, change } = appendAt(changed, document, place);
  changes.push(change);
  verifyEdit({ before: file, after, document, changes });
  return after;
}

/**
 * Writes the Service and the Ingress of a load balancer into a new file, or edits the existing one in place.
 *
 * @throws {@link InvalidIntentError}, {@link UnsafeEditError}, {@link VerificationError}
 * @internal
 */
export function buildLoadBalancerManifest(
  intent: AwsLoadBalancerIntent,
  existing: ExistingFiles,
): GeneratedFile {
  const { path } = intent.manifest;
  const before = existing[path];
  if (before === undefined || before.trim() === '') {
    const wanted = [newService(intent), newIngress(intent)];
    const content = wanted.map(stringifyManifest).join('---\n');
    verifyManifest({ path, content, wanted });
    return { path, content };
  }
  const file = YamlText.parse(path, before);
  const service = findNamed(file, 'Service', intent.service);
  if (service) checkService(file, service, intent);
  const withService = service ? file : withDocument(file, newService(intent));
  const ingress = findNamed(withService, 'Ingress', {
    name: ingressNameOf(intent),
    namespace: intent.service.namespace,
  });
  const after = ingress
    ? editIngress(withService, ingress, intent)
    : withDocument(withService, newIngress(intent));
  return { path, content: after.text };
}
