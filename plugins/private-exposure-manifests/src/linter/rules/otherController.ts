import { createRule } from '../createRule';
import { findRows, knownAnnotations, readerOf } from '../KnownAnnotations';

const P = 'service.beta.kubernetes.io/aws-load-balancer-';
const NAMES: Record<string, string> = {
  'aws-load-balancer-controller': 'AWS Load Balancer Controller',
  'in-tree': 'in-tree AWS provider',
  'cloud-provider-azure': 'Azure cloud provider',
};
const service = (annotations: string) =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: payments\n  annotations:\n${annotations}spec:\n  type: LoadBalancer\n  loadBalancerClass: service.k8s.aws/nlb\n  ports: [{port: 443}]\n`;

function isSameCloud(reader: string, { id }: { id: string }): boolean {
  return (reader === 'cloud-provider-azure') === id.startsWith('azure-');
}

/** A setting for another controller than the one that takes the Service. @internal */
export const otherController = createRule({
  id: 'annotation/other-controller',
  severity: 'warning',
  reads: 'service',
  about: key => findRows(key).length > 0,
  page: {
    summary: 'An annotation is for another controller than the Service’s.',
    why: 'Several controllers read the same prefix and know different keys. The one that makes this load balancer does not know the key, so the setting is not made.',
    bad: service(
      `    ${P}connection-idle-timeout: "300"\n    ${P}scheme: "internal"\n`,
    ),
    good: service(`    ${P}scheme: "internal"\n`),
    source:
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/docs/guide/service/annotations.md',
  },
  check(target, report) {
    const reader = readerOf(target);
    if (!reader) return;
    const read = new Set(knownAnnotations(target).map(({ node }) => node));
    for (const node of target.annotations) {
      const [row] = findRows(node.key);
      const places = row && (row.spec.placement ?? row.catalogue.placement);
      if (!row || read.has(node) || !places?.includes('Service')) continue;
      report({
        at: node,
        // One file may serve clusters of both clouds.
        severity: isSameCloud(reader, row.catalogue) ? 'warning' : 'info',
        message: `'${node.key}' is for the ${row.catalogue.controller}; the ${NAMES[reader]}, which takes this Service, ignores it`,
        remedy: `Remove it, or write what the ${NAMES[reader]} reads.`,
        evidence: [{ label: 'takes the Service', value: NAMES[reader] }],
      });
    }
  },
});
