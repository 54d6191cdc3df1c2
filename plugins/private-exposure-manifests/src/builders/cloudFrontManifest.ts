import { editManifest } from '../edit/editManifest';
import { AwsCloudFrontIntent } from '../intents/awsCloudFront';
import { verifyManifest } from '../verify/verifyManifest';
import { stringifyManifest } from '../yaml/stringifyManifest';
import { addManifestObject } from './addManifestObject';
import { addSharedRoute } from './addSharedRoute';
import {
  ORIGIN_FORM,
  newClusterService,
  newOriginIngress,
  planCloudFrontService,
} from './cloudFrontObjects';
import { originIngressName } from './cloudFrontParts';
import { leaveNamesAlone } from './leaveNamesAlone';
import { ManifestPlan } from './manifestForms';
import { publishedRoute } from './publishedRoute';
import { objectOfRoute } from './routeObjects';
import { ExistingFiles, GeneratedFile } from './types';

function addService(
  intent: AwsCloudFrontIntent,
  before: string | undefined,
): GeneratedFile {
  const { path } = intent.manifest;
  const { name, namespace } = intent.service;
  return {
    path,
    content: addManifestObject({
      ...{ path, before },
      name: { apiVersion: 'v1', kind: 'Service', name, namespace },
      create: () => newClusterService(intent),
      isKept: true,
    }),
  };
}

function networkLoadBalancer(
  intent: AwsCloudFrontIntent,
  plan: ManifestPlan,
  before: string | undefined,
): GeneratedFile {
  const { path } = intent.manifest;
  if (before !== undefined && before.trim() !== '') {
    const asked = { service: intent.service, manifest: { form: ORIGIN_FORM } };
    return {
      path,
      content: editManifest({ path, text: before, plan, intent: asked }),
    };
  }
  // Refuses a Service without selector and ports.
  newClusterService(intent);
  const content = stringifyManifest(plan.create);
  verifyManifest({ path, content, wanted: [plan.create] });
  return { path, content };
}

function addRoutes(
  intent: AwsCloudFrontIntent,
  service: GeneratedFile,
  existing: ExistingFiles,
): GeneratedFile[] {
  const { origin, hostNames } = intent;
  if (origin.type !== 'public-entrance') return [service];
  const files = hostNames.reduce<Record<string, string>>(
    (written, host) => {
      const { file } = addSharedRoute(
        publishedRoute(intent, origin.route, host),
        { ...existing, ...written },
      );
      return { ...written, [file.path]: file.content };
    },
    { [service.path]: service.content },
  );
  const { path } = origin.route;
  const { content } = leaveNamesAlone(
    { path, content: files[path] },
    {
      ...{ hostNames, prefix: intent.externalDnsPrefix },
      object: objectOfRoute(origin.route),
    },
  );
  return Object.entries({ ...files, [path]: content }).map(([each, text]) => ({
    path: each,
    content: text,
  }));
}

/**
 * The Kubernetes side of a service behind CloudFront: its Service, and the way to it. An internal load balancer has an
 * Ingress of its own, or is the Service's; at the public entrance the published names get routes.
 *
 * @throws {@link InvalidIntentError}, {@link UnsafeEditError}, {@link VerificationError}
 * @internal
 */
export function buildCloudFrontManifest(
  intent: AwsCloudFrontIntent,
  existing: ExistingFiles,
): GeneratedFile[] {
  const { origin, service, manifest } = intent;
  const { path } = manifest;
  if (origin.type === 'public-entrance')
    return addRoutes(intent, addService(intent, existing[path]), existing);
  const plan = planCloudFrontService(intent);
  if (plan) return [networkLoadBalancer(intent, plan, existing[path])];
  const object = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    name: originIngressName(intent),
    namespace: service.namespace,
  } as const;
  const { content } = leaveNamesAlone(addService(intent, existing[path]), {
    ...{ object, hostNames: intent.hostNames },
    prefix: intent.externalDnsPrefix,
  });
  return [
    {
      path,
      content: addManifestObject({
        ...{ path, before: content, name: object },
        create: () => newOriginIngress(intent, origin),
      }),
    },
  ];
}
