import { buildLoadBalancerManifest } from './builders/loadBalancerManifest';
import { ingressNameOf } from './builders/loadBalancerObjects';
import { findRouteClaims } from './builders/findRouteClaims';
import { missingPaths } from './builders/ingressRoute';
import { routeOf } from './builders/loadBalancerObjects';
import { BuildResult, ExistingFiles } from './builders/types';
import { BuildOptions } from './buildAwsPrivateLinkExposure';
import { checkIngressGroup } from './checkIngressGroup';
import { describeAwsLoadBalancer } from './describe/awsLoadBalancer';
import { describeIngresses } from './describe/describeObjects';
import { loadBalancerChanges } from './describe/loadBalancerChanges';
import { InvalidIntentError } from './errors';
import { findLostIngressRestrictions } from './findLostIngressRestrictions';
import {
  AwsLoadBalancerInput,
  AwsLoadBalancerIntent,
  awsLoadBalancerIntentSchema,
  loadBalancerAccountOf,
} from './intents/awsLoadBalancer';
import { ClusterProfile } from './intents/clusterProfile';
import { parseIntent } from './intents/parseIntent';
import { lintManifests } from './linter/lintManifests';

function checkAgainstProfile(
  intent: AwsLoadBalancerIntent,
  profile: ClusterProfile,
): void {
  const pairs: [string, string, string][] = [
    ['cluster', intent.cluster, profile.name],
    ['account', intent.account, profile.account],
    [
      'loadBalancerAccount',
      loadBalancerAccountOf(intent),
      loadBalancerAccountOf(profile),
    ],
    ['region', intent.region, profile.region],
    ['partition', intent.partition, profile.partition],
  ];
  const [first, ...others] = pairs
    .filter(([, asked, actual]) => asked !== actual)
    .map(([field, asked, actual]) => ({
      field,
      message: `must be '${actual}', as the cluster profile says, not '${asked}'`,
    }));
  if (first) throw new InvalidIntentError(first, ...others);
}

/** Refuses a group that may not be joined, and paths that another member of it has. */
function checkGroup(
  intent: AwsLoadBalancerIntent,
  existing: ExistingFiles,
  clusterProfile: ClusterProfile | undefined,
): void {
  const { ingress, service, loadBalancer, manifest } = intent;
  const { group } = loadBalancer;
  if (!group) return;
  const { namespace } = service;
  checkIngressGroup({
    ...{ clusterProfile, namespace, group: group.name },
    field: 'loadBalancer.group.name',
  });
  const { claims } = findRouteClaims(existing, {
    form: 'aws-ingress-group',
    path: manifest.path,
    ingress: { name: ingressNameOf(intent), namespace },
    ingressClassName: ingress.ingressClassName,
    group: group.name,
  });
  missingPaths(routeOf(intent), claims, 'ingress.paths');
}

/**
 * Builds the Service and the Ingress of one service behind an Application Load Balancer, in the cluster's account or in
 * another one that shares its subnets.
 *
 * @remarks
 * Pure: reads nothing but its arguments. Every file is read back and must say what the intent says.
 *
 * @throws {@link InvalidIntentError} naming the field that can't be represented or can't work.
 * @throws {@link UnsafeEditError} naming the existing file, and its line, that can't be edited safely.
 * @public
 */
export function buildAwsLoadBalancer(
  input: AwsLoadBalancerInput,
  options: BuildOptions = {},
): BuildResult {
  const { existing = {}, clusterProfile } = options;
  const intent = parseIntent(awsLoadBalancerIntentSchema, input);
  if (clusterProfile) checkAgainstProfile(intent, clusterProfile);
  checkGroup(intent, existing, clusterProfile);
  const file = buildLoadBalancerManifest(intent, existing);
  const files = existing[file.path] === file.content ? [] : [file];
  const base = Object.entries(existing).map(([path, content]) => ({
    path,
    content,
  }));
  const changes = loadBalancerChanges(intent, existing);
  const findings = [
    ...findLostIngressRestrictions(changes, { intent, manifest: file }),
    ...lintManifests([file], { clusterProfile, base }),
  ];
  return {
    files,
    deletedPaths: [],
    findings,
    title: `Expose ${intent.service.namespace}/${intent.service.name} through a load balancer`,
    description: describeAwsLoadBalancer({
      ...{ intent, files, existing, changes, findings },
      ingresses: describeIngresses([file], { clusterProfile, base }),
    }),
  };
}
