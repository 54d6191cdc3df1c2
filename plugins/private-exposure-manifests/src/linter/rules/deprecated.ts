import { createRule } from '../createRule';
import { findRows, knownAnnotations } from '../KnownAnnotations';

const P = 'service.beta.kubernetes.io/aws-load-balancer-';
const service = (line: string) =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: payments\n  annotations:\n    ${P}${line}\nspec:\n  type: LoadBalancer\n  loadBalancerClass: service.k8s.aws/nlb\n  ports: [{port: 443}]\n`;

/** An annotation that has a successor. @internal */
export const deprecated = createRule({
  id: 'annotation/deprecated',
  severity: 'info',
  reads: 'annotations',
  about: key => findRows(key).some(({ spec }) => spec.deprecated),
  page: {
    summary: 'An annotation has a successor.',
    why: 'The controller still reads it and will stop some day.',
    bad: service('internal: "true"'),
    good: service('scheme: "internal"'),
    source:
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/docs/guide/service/annotations.md',
  },
  check(target, report) {
    for (const { node, rows } of knownAnnotations(target)) {
      const row = rows.find(({ spec }) => spec.deprecated);
      if (!row) continue;
      const { spec, catalogue } = row;
      // Others may take the object, and know no successor.
      const isForAll = rows.every(other => other.spec.deprecated);
      report({
        at: node,
        message: `'${node.key}' is deprecated in the ${catalogue.controller}`,
        remedy: isForAll
          ? `Use ${spec.deprecated} instead.`
          : `Where that controller takes it, use ${spec.deprecated} instead.`,
        evidence: [{ label: node.key, value: node.value }],
      });
    }
  },
});
