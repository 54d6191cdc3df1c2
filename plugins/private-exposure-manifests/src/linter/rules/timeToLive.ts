import { parseTtl } from '../../values/externalDnsParsers';
import { createRule } from '../createRule';
import { AWS, exampleService } from './examples';

const KEY = /^external-dns(\.alpha)?\.kubernetes\.io\/ttl$/;
const PLACEHOLDER = /[<>{}$]/;
const service = (ttl: string) =>
  exampleService([
    `${AWS}scheme: "internal"`,
    'external-dns.kubernetes.io/hostname: "payments.example.com"',
    `external-dns.kubernetes.io/ttl: "${ttl}"`,
  ]);

/** A time to live that external-dns ignores. @internal */
export const timeToLive = createRule({
  id: 'external-dns/time-to-live',
  severity: 'warning',
  reads: 'annotations',
  about: key => KEY.test(key),
  page: {
    summary: 'A time to live is no number of seconds, and no duration.',
    why: 'external-dns takes 1 to 2147483647 seconds, or a duration such as 5m; 0 leaves it to the provider. What is neither is ignored, with a line in its log.',
    bad: service('soon'),
    good: service('5m'),
    source:
      'https://github.com/kubernetes-sigs/external-dns/blob/v0.22.0/docs/annotations/annotations.md',
  },
  check(target, report) {
    for (const node of target.annotations) {
      if (!KEY.test(node.key) || PLACEHOLDER.test(node.value)) continue;
      const isUnset = /^0[a-z]*$/.test(node.value);
      if (isUnset || parseTtl(node.value) !== undefined) continue;
      report({
        at: node,
        message: `external-dns ignores the time to live '${node.value}'`,
        remedy: 'Write seconds from 1 to 2147483647, or a duration such as 5m.',
        evidence: [{ label: node.key, value: node.value }],
      });
    }
  },
});
