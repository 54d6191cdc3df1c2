import { parseGoBoolean } from '../../values/goParsers';
import { createRule } from '../createRule';
import { ingressBackends } from '../ingressBackends';
import { findAnnotation } from '../targets/Placed';
import { ALB, exampleIngress } from './examples';

const KEY = `${ALB}use-regex-path-match`;
const ingress = (pathType: string, path: string) =>
  exampleIngress(
    [`${KEY}: "true"`],
    [
      'ingressClassName: alb',
      `rules: [{http: {paths: [{path: "${path}", pathType: ${pathType}, backend: {service: {name: payments, port: {number: 443}}}}]}}]`,
    ],
  );

/** Regular expressions that are read as plain paths. @internal */
export const regexPaths = createRule({
  id: 'alb/regex-paths',
  severity: 'warning',
  reads: 'ingress',
  about: [KEY],
  page: {
    summary:
      'Paths are to be regular expressions, and none is of the type for it.',
    why: 'The controller takes paths of type ImplementationSpecific for regular expressions alone. Those of type Prefix and Exact stay what they are.',
    bad: ingress('Prefix', '/api'),
    good: ingress('ImplementationSpecific', '/api/v[0-9]+'),
    source:
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/docs/guide/ingress/annotations.md',
  },
  check(target, report) {
    const node = findAnnotation(target, KEY);
    const backends = ingressBackends(target);
    if (!node || !backends || parseGoBoolean(node.value) !== true) return;
    if (backends.some(({ pathType }) => pathType === 'ImplementationSpecific'))
      return;
    report({
      at: node,
      message:
        'No path is of type ImplementationSpecific, so that none is read as a regular expression',
      remedy:
        'Give the paths that are meant this type, or remove the annotation.',
      evidence: [{ label: KEY, value: node.value }],
    });
  },
});
