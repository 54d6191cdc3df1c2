import { asService, Combination } from './Combination';

const SERVICE = 'service.beta.kubernetes.io/';
const SCHEME = `${SERVICE}aws-load-balancer-scheme`;
const CREATE = `${SERVICE}azure-pls-create: "true"`;
const NAME = `${SERVICE}azure-pls-name: "payments"`;

const lines = (...text: string[]) => `${text.join('\n')}\n`;

const gateway = (annotation: string, more: readonly string[] = []) =>
  lines(
    'apiVersion: gateway.networking.k8s.io/v1',
    'kind: Gateway',
    'metadata:',
    '  name: payments',
    'spec:',
    '  gatewayClassName: istio',
    '  infrastructure:',
    '    annotations:',
    `      ${SERVICE}azure-load-balancer-internal: "true"`,
    `      ${annotation}`,
    ...more,
    '  listeners: [{name: https, port: 443, protocol: HTTPS}]',
  );
const values = (annotation: string, beside = 'type: LoadBalancer') =>
  lines('service:', `  ${beside}`, '  annotations:', `    ${annotation}`);
const operator = (annotation: string) =>
  lines(
    'apiVersion: install.istio.io/v1alpha1',
    'kind: IstioOperator',
    'metadata: {name: platform}',
    'spec:',
    '  components:',
    '    ingressGateways:',
    '      - name: istio-ingressgateway',
    '        k8s:',
    '          service: {type: LoadBalancer}',
    '          serviceAnnotations:',
    `            ${annotation}`,
  );
const whole = asService(`    ${SCHEME}: "internal"\n`, '');
const ingress = (holder: string) =>
  lines(
    'apiVersion: networking.k8s.io/v1',
    'kind: Ingress',
    'metadata:',
    '  name: payments',
    holder,
    '    alb.ingress.kubernetes.io/scheme: "internal"',
    'spec:',
    '  ingressClassName: alb',
    '  defaultBackend: {service: {name: payments, port: {number: 80}}}',
  );

const alone: Combination[] = [
  ['a Gateway’s infrastructure', gateway(NAME), gateway(CREATE)],
  ['values with a type', values(NAME), values(CREATE)],
  [
    'values with a class',
    values(NAME, 'loadBalancerClass: service.k8s.aws/nlb'),
    values(CREATE, 'loadBalancerClass: service.k8s.aws/nlb'),
  ],
  [
    'values that say what load balancer it is',
    `${values(
      `${SERVICE}aws-load-balancer-ssl-ports: "443"`,
      'port: 443',
    )}    ${SCHEME}: internal\n`,
    values(`${SCHEME}: internal`, 'port: 443'),
  ],
  ['Istio’s operator', operator(NAME), operator(CREATE)],
  [
    'values in an Argo CD Application',
    lines(
      'apiVersion: argoproj.io/v1alpha1',
      'kind: Application',
      'metadata: {name: payments}',
      'spec:',
      '  source:',
      '    helm:',
      '      values: |',
      ...values(NAME)
        .trimEnd()
        .split('\n')
        .map(line => `        ${line}`),
    ),
    values(CREATE),
  ],
].map(([what, bad, good]) => ({
  what: `a refinement without what it refines, in ${what}`,
  rule: 'annotation/needs',
  bad,
  good,
}));

const collections: Combination[] = [
  ['a list', '[a, b]'],
  ['a list of its own lines', '\n      - a\n      - b'],
  ['a map', '{a: b}'],
  ['nothing in a list', '[]'],
].flatMap(([what, value]) => [
  {
    what: `${what} as a value`,
    rule: 'annotation/not-a-string',
    bad: asService(`    ${SERVICE}aws-load-balancer-subnets: ${value}\n`, ''),
    good: asService(`    ${SERVICE}aws-load-balancer-subnets: "a, b"\n`, ''),
  },
]);

const strays: Combination[] = [
  ['spec', whole.replace('spec:\n', `spec:\n  ${SCHEME}: "internal"\n`)],
  [
    'spec.annotations',
    whole.replace('spec:\n', `spec:\n  annotations: {${SCHEME}: "internal"}\n`),
  ],
  ['the root', `${whole}${SCHEME}: "internal"\n`],
  ['annotations at the root', `${whole}annotations: {${SCHEME}: "internal"}\n`],
  ['metadata', whole.replace('  annotations:\n  ', '')],
  ['metadata.annotation', whole.replace('annotations:', 'annotation:')],
  ['metadata.Annotations', whole.replace('annotations:', 'Annotations:')],
  [
    'a list of annotations',
    whole.replace('annotations:\n    ', 'annotations:\n    - '),
  ],
  [
    'the metadata of any kind',
    whole
      .replace('v1', 'example.com/v1')
      .replace('Service', 'Entrance')
      .replace('annotations:', 'annotation:'),
  ],
  [
    'a Service in a list',
    `apiVersion: v1\nkind: List\nitems:\n  - ${whole
      .replace('annotations:', 'annotation:')
      .trimEnd()
      .replaceAll('\n', '\n    ')}\n`,
  ],
  [
    'a patch in a kustomization',
    `patches:\n  - patch: |\n      ${whole
      .replace('annotations:', 'annotation:')
      .trimEnd()
      .replaceAll('\n', '\n      ')}\n`,
  ],
].map(([where, bad]) => ({
  what: `an annotation astray: ${where}`,
  rule: 'annotation/stray',
  bad,
  good: whole,
}));

/** What stands in a place, or has a form, from which it can't be read as it is meant. @internal */
export const placesOfAnnotations: Combination[] = [
  ...alone,
  ...collections,
  {
    what: 'a list as a value in a Gateway’s infrastructure',
    rule: 'annotation/not-a-string',
    bad: gateway(`${SERVICE}aws-load-balancer-subnets: [a, b]`),
    good: gateway(`${SERVICE}aws-load-balancer-subnets: "a, b"`),
  },
  {
    what: 'a list as a value in Istio’s operator',
    rule: 'annotation/not-a-string',
    bad: operator(`${SERVICE}aws-load-balancer-subnets: [a, b]`),
    good: operator(`${SERVICE}aws-load-balancer-subnets: "a, b"`),
  },
  {
    what: 'a map as a value for all objects of a kustomization',
    rule: 'annotation/not-a-string',
    bad: `commonAnnotations:\n  ${SCHEME}: {a: b}\n`,
    good: `commonAnnotations:\n  ${SCHEME}: "internal"\n`,
  },
  ...strays,
  {
    what: 'annotations of an Ingress under a misspelt key',
    rule: 'annotation/stray',
    bad: ingress('  anotations:'),
    good: ingress('  annotations:'),
  },
  {
    what: 'annotations of a Gateway in another part of its spec',
    rule: 'annotation/stray',
    bad: gateway(`${SCHEME}: "internal"`).replace(
      '  infrastructure:\n',
      '  parameters:\n',
    ),
    good: gateway(`${SCHEME}: "internal"`),
  },
];
