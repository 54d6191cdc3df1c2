import { AnnotationSpec } from '../../catalogues';
import { createRule } from '../createRule';
import { AWS, EXAMPLE_CLUSTER, exampleService } from './examples';
import { findRows, knownAnnotations, readerOf } from '../KnownAnnotations';

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

function findFault({ since, until }: AnnotationSpec, version: string) {
  if (since && isBefore(version, since)) return `knows it only since ${since}`;
  if (until && !isBefore(version, until))
    return `does not know it since ${until}`;
  return undefined;
}

/** An annotation that the cluster's version of its controller does not know. @internal */
export const version = createRule({
  id: 'annotation/version',
  severity: 'warning',
  reads: 'service',
  about: key => findRows(key).some(({ spec }) => spec.since || spec.until),
  page: {
    summary: 'An annotation is newer, or older, than the controller.',
    why: 'A controller ignores what its version does not know, without a word.',
    bad: exampleService([`${AWS}security-groups: "sg-0123456789abcdef0"`]),
    good: exampleService([`${AWS}scheme: "internal"`]),
    cluster: EXAMPLE_CLUSTER.replace('3.5.0', '2.5.4'),
    source:
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/releases',
  },
  check(target, report) {
    const controller = target.profile?.controller;
    const running =
      controller && 'version' in controller ? controller.version : undefined;
    if (!running || readerOf(target) !== controller?.type) return;
    for (const { node, rows } of knownAnnotations(target)) {
      const [{ spec, catalogue }] = rows;
      const fault = findFault(spec, running);
      if (!fault || rows.length > 1) continue;
      report({
        at: node,
        message: `Cluster ${target.profile?.name} runs ${running}, and the ${catalogue.controller} ${fault}: '${node.key}' is ignored`,
        remedy: spec.deprecated
          ? `Use ${spec.deprecated} instead.`
          : 'Update the controller first, or remove the annotation.',
        evidence: [
          { label: 'version', value: running },
          { label: node.key, value: node.value },
        ],
      });
    }
  },
});
