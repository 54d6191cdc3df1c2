import { parseGoBoolean, parseInTreeInternal } from '../../values/goParsers';
import { Reconciler } from '../../plan/findReconciler';
import { createRule } from '../createRule';
import { AWS } from './examples';
import { readerOf } from '../KnownAnnotations';
import { annotationOf } from '../targets/ServiceTarget';
import { Severity } from '../types';

const KEY = 'service.beta.kubernetes.io/aws-load-balancer-internal';
const service = (value: string) =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: payments\n  annotations:\n    ${KEY}: "${value}"\nspec:\n  type: LoadBalancer\n  loadBalancerClass: service.k8s.aws/nlb\n  ports: [{port: 443}]\n`;

/** Whether it is understood depends on who reads it, which may not be known. */
function severityFor(reader: Reconciler | undefined): Severity {
  if (reader === 'aws-load-balancer-controller') return 'error';
  return reader === 'in-tree' ? 'info' : 'warning';
}

/** A word for an internal load balancer that only the in-tree provider understands. @internal */
export const internalValue = createRule({
  id: 'aws/internal-value',
  severity: 'error',
  reads: 'service',
  about: [`${AWS}internal`],
  page: {
    summary: 'aws-load-balancer-internal is neither true nor false.',
    why: 'The in-tree provider takes any text but false for true, so old manifests say 0.0.0.0/0. The AWS Load Balancer Controller refuses the Service for it.',
    bad: service('0.0.0.0/0'),
    good: service('true'),
    source:
      'https://github.com/kubernetes/cloud-provider-aws/blob/v1.34.0/pkg/providers/v1/aws.go',
  },
  check(target, report) {
    const node = annotationOf(target, 'aws-load-balancer-internal');
    if (!node || parseGoBoolean(node.value) !== undefined) return;
    const reader = readerOf(target);
    const meant = String(parseInTreeInternal(node.value));
    const isRefused = reader === 'aws-load-balancer-controller';
    report({
      at: node,
      severity: severityFor(reader),
      message: isRefused
        ? `'${node.value}' is no boolean for the AWS Load Balancer Controller, which then refuses the Service`
        : `Only the in-tree provider takes '${node.value}' for ${meant}; the AWS Load Balancer Controller refuses it`,
      remedy: `Write "${meant}".`,
      evidence: [{ label: node.key, value: node.value }],
      fix: node.withValue(meant),
    });
  },
});
