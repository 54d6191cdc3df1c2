import { createRule } from '../createRule';
import { findRows, knownAnnotations } from '../KnownAnnotations';

const P = 'service.beta.kubernetes.io/';
const service = (annotations: string) =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: payments\n  annotations:\n${annotations}spec:\n  type: LoadBalancer\n  loadBalancerClass: service.k8s.aws/nlb\n  ports: [{port: 443}]\n`;
const GROUPS = `    ${P}aws-load-balancer-security-groups: "sg-0123456789abcdef0"\n`;

// Pairs with rules of their own, which know more about them.
const ELSEWHERE = new Set([
  `${P}aws-load-balancer-disable-nlb-sg`,
  `${P}aws-load-balancer-inbound-sg-rules-on-private-link-traffic`,
]);

/** Two annotations of which one takes the other's effect away. @internal */
export const excludes = createRule({
  id: 'annotation/excludes',
  severity: 'warning',
  reads: 'annotations',
  about: key => findRows(key).some(({ spec }) => spec.excludes),
  page: {
    summary: 'One annotation takes another one’s effect away.',
    why: 'The controller follows one of the two and ignores the other, or refuses the object. What stands in the file is then not what was built.',
    bad: service(
      `${GROUPS}    ${P}load-balancer-source-ranges: "10.0.0.0/8"\n`,
    ),
    good: service(GROUPS),
    source:
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/docs/guide/service/annotations.md',
  },
  check(target, report) {
    const keys = new Set(target.annotations.map(({ key }) => key));
    const told = new Set<string>();
    for (const { node, rows } of knownAnnotations(target)) {
      const clashes = rows.map(({ spec }) => {
        const prefix = node.key.slice(0, node.key.lastIndexOf('/') + 1);
        return (spec.excludes ?? [])
          .map(name => `${prefix}${name}`)
          .filter(key => keys.has(key));
      });
      const [[other] = []] = clashes;
      if (!other || ELSEWHERE.has(other) || ELSEWHERE.has(node.key)) continue;
      if (clashes.some(list => list.length === 0)) continue;
      // A pair that excludes each other is one mistake.
      if (told.has(other)) continue;
      told.add(node.key);
      report({
        at: node,
        message: `'${node.key}' and '${other}' exclude each other`,
        remedy: 'Keep the one that is meant, and remove the other.',
        evidence: [
          { label: node.key, value: node.value },
          {
            label: other,
            value:
              target.annotations.find(({ key }) => key === other)?.value ?? '',
          },
        ],
      });
    }
  },
});
