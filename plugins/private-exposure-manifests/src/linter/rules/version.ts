import {
  AnnotationCatalogue,
  AnnotationSpec,
  awsLbcIngressCatalogue,
  externalDnsCatalogue,
} from '../../catalogues';
import { externalDnsContextOf } from '../../plan/externalDns';
import { createRule } from '../createRule';
import { AWS, EXAMPLE_CLUSTER, exampleService } from './examples';
import {
  CataloguedTarget,
  findRows,
  isReadBy,
  KnownAnnotation,
  knownAnnotations,
} from '../KnownAnnotations';

const numbers = (version: string) =>
  version.replace(/^v/, '').split('.').map(Number);

/** Whether a version is lower than another one; missing parts count as 0. */
function isBefore(left: string, right: string): boolean {
  const [a, b] = [numbers(left), numbers(right)];
  for (const index of [0, 1, 2]) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

/** The version of external-dns in a cluster, where it reads annotations with the key's prefix. */
function externalDnsVersion({ profile }: CataloguedTarget, key: string) {
  const prefix = profile && externalDnsContextOf(profile)?.prefix;
  return prefix && key.startsWith(prefix)
    ? profile?.externalDnsVersion
    : undefined;
}

/** The version of whoever reads an annotation here, where the cluster's profile tells both. */
function runningVersion(
  target: CataloguedTarget,
  catalogue: AnnotationCatalogue,
  key: string,
): string | undefined {
  if (catalogue.id === externalDnsCatalogue.id)
    return externalDnsVersion(target, key);
  const controller = target.profile?.controller;
  // Nobody else reads these, whatever class their Ingress has, or whoever takes the Service behind it.
  const isRead =
    catalogue.id === awsLbcIngressCatalogue.id
      ? controller?.type === 'aws-load-balancer-controller'
      : controller && isReadBy(controller.type, catalogue, target);
  return isRead && controller && 'version' in controller
    ? controller.version
    : undefined;
}

function findFault(
  { deprecated, since, until }: AnnotationSpec,
  version: string,
) {
  const instead = deprecated && `Use ${deprecated} instead.`;
  if (since && isBefore(version, since)) {
    return {
      text: `is known only since ${since}`,
      remedy:
        instead ?? 'Update the controller first, or remove the annotation.',
    };
  }
  return until && !isBefore(version, until)
    ? {
        text: `is no longer known since ${until}`,
        remedy: instead ?? 'Remove the annotation.',
      }
    : undefined;
}

function findVersionFault(
  target: CataloguedTarget,
  { node, rows }: KnownAnnotation,
) {
  const [{ spec, catalogue }] = rows;
  if (rows.length > 1) return undefined;
  const running = runningVersion(target, catalogue, node.key);
  const fault = running ? findFault(spec, running) : undefined;
  return running && fault
    ? { running, fault, controller: catalogue.controller }
    : undefined;
}

/** An annotation that the cluster's version of its controller does not know. @internal */
export const version = createRule({
  id: 'annotation/version',
  severity: 'warning',
  reads: 'annotations',
  about: key => findRows(key).some(({ spec }) => spec.since || spec.until),
  page: {
    summary: 'An annotation is newer, or older, than the controller.',
    why: "A controller ignores what its version does not know, without a word. The cluster's profile tells the version of the controller that takes Services, for an AWS one that of Ingresses too, and the version of external-dns.",
    bad: exampleService([`${AWS}security-groups: "sg-0123456789abcdef0"`]),
    good: exampleService([`${AWS}scheme: "internal"`]),
    cluster: EXAMPLE_CLUSTER.replace('3.5.0', '2.5.4'),
    source:
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/releases',
  },
  check(target, report) {
    for (const known of knownAnnotations(target)) {
      const found = findVersionFault(target, known);
      if (!found) continue;
      const { running, fault, controller } = found;
      const { node } = known;
      report({
        at: node,
        message: `Cluster ${target.profile?.name} runs ${controller} ${running}, and '${node.key}' ${fault.text}; it is ignored`,
        remedy: fault.remedy,
        evidence: [
          { label: 'version', value: running },
          { label: node.key, value: node.value },
        ],
      });
    }
  },
});
