import { awsLbcServiceCatalogue } from '../../catalogues/awsLbcService';
import { AnnotationSpec } from '../../catalogues/types';
import { createRule } from '../createRule';
import { findReconciler } from '../ServiceTarget';
import { annotationOf } from '../targets/ServiceTarget';

// These have rules of their own, which know more about them.
const ELSEWHERE = new Set([
  'aws-load-balancer-type',
  'aws-load-balancer-proxy-protocol',
]);
const listed = (
  awsLbcServiceCatalogue.annotations satisfies readonly AnnotationSpec[]
).filter(
  (spec): spec is Extract<typeof spec, { allowed: readonly string[] }> =>
    'allowed' in spec && !ELSEWHERE.has(spec.key),
);

function isAllowed(
  key: string,
  value: string,
  allowed: readonly string[],
): boolean {
  // The health check's protocol is the one that the controller compares without case.
  return key.endsWith('healthcheck-protocol')
    ? allowed.includes(value.toLowerCase())
    : allowed.includes(value);
}

/** A value that the AWS Load Balancer Controller refuses. @internal */
export const valueNotAllowed = createRule({
  id: 'aws/value-not-allowed',
  severity: 'error',
  reads: 'service',
  check(target, report) {
    if (findReconciler(target) !== 'aws-load-balancer-controller') return;
    for (const { key, allowed } of listed) {
      const node = annotationOf(target, key);
      if (!node || isAllowed(key, node.value, allowed)) continue;
      report({
        at: node,
        message: `'${node.value}' is not a value of '${node.key}'`,
        remedy: `Use ${allowed.map(value => `"${value}"`).join(' or ')}.`,
        evidence: [{ label: node.key, value: node.value }],
      });
    }
  },
});
