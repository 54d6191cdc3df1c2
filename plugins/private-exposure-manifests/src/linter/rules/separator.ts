import { createRule } from '../createRule';
import { findRows, knownAnnotations } from '../KnownAnnotations';

const P = 'service.beta.kubernetes.io/azure-';
const service = (list: string) =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: payments\n  annotations:\n    ${P}load-balancer-internal: "true"\n    ${P}pls-create: "true"\n    ${P}pls-fqdns: "${list}"\nspec:\n  type: LoadBalancer\n  ports: [{port: 443}]\n`;

/** A list parted by what another controller takes. @internal */
export const separator = createRule({
  id: 'annotation/separator',
  severity: 'error',
  reads: 'annotations',
  about: key => findRows(key).some(({ spec }) => spec.type === 'string-list'),
  page: {
    summary: 'A list is parted by something else than its controller takes.',
    why: 'AWS and external-dns part lists by commas, Azure’s private link annotations by spaces. Parted otherwise, the whole text is one strange value.',
    bad: service('a.example.com,b.example.com'),
    good: service('a.example.com b.example.com'),
    source:
      'https://github.com/kubernetes-sigs/cloud-provider-azure/blob/documentation/content/en/topics/pls-integration.md',
  },
  check(target, report) {
    for (const { node, rows } of knownAnnotations(target)) {
      const [{ spec, catalogue }] = rows;
      if (rows.length > 1 || spec.type !== 'string-list') continue;
      const right = spec.separator ?? catalogue.separator ?? ',';
      const wrong = right === ' ' ? /\s*[,;]\s*/g : /\s*;\s*|(?<=\S)\s+(?=\S)/g;
      const isWrong =
        right === ' '
          ? /[,;]/.test(node.value)
          : /;|[^\s,]\s+[^\s,]/.test(node.value);
      if (!isWrong) continue;
      const parted = node.value.replace(wrong, right);
      report({
        at: node,
        message: `'${node.key}' is a list parted by ${
          right === ' ' ? 'spaces' : 'commas'
        }, and '${node.value}' is not`,
        remedy: `Write "${parted}".`,
        evidence: [{ label: node.key, value: node.value }],
      });
    }
  },
});
