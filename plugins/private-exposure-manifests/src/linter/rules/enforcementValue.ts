import { createRule } from '../createRule';

const FIELD = 'enforceSecurityGroupInboundRulesOnPrivateLinkTraffic';
const configuration = (value: string) =>
  `apiVersion: gateway.k8s.aws/v1beta1\nkind: LoadBalancerConfiguration\nmetadata:\n  name: payments\nspec:\n  ${FIELD}: ${value}\n`;

/** The Gateway API's switch for PrivateLink traffic, by another word. @internal */
export const enforcementValue = createRule({
  id: 'aws/enforcement-value',
  severity: 'error',
  reads: 'configuration',
  page: {
    summary:
      'The switch for rules on PrivateLink traffic is neither "on" nor "off".',
    why: 'The field takes the two words as text. Without quotes, YAML 1.1, which Kubernetes tools read, makes true and false of on and off, and the API server refuses the object.',
    bad: configuration('"true"'),
    good: configuration('"on"'),
    source:
      'https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/gateway/loadbalancerconfig/',
  },
  check({ kind, name, spec, placeOf }, report) {
    const value = spec[FIELD];
    if (kind !== 'LoadBalancerConfiguration' || value === undefined) return;
    if (value === 'on' || value === 'off') return;
    report({
      at: placeOf(FIELD),
      message: `'${String(value)}' is no value of ${FIELD} in ${name ?? kind}`,
      remedy: 'Write "on" or "off", in quotes.',
      evidence: [{ label: FIELD, value: String(value) }],
    });
  },
});
