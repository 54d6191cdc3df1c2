import { asWholeService, CorrectFiles } from './CorrectFiles';

const SERVICE = 'service.beta.kubernetes.io/';
const SCHEME = `${SERVICE}aws-load-balancer-scheme: "internal"`;
const NAME = `${SERVICE}azure-pls-name: "payments"`;

const lines = (...text: string[]) => `${text.join('\n')}\n`;
const indented = (text: string, by: number) =>
  text
    .trimEnd()
    .split('\n')
    .map(line => `${' '.repeat(by)}${line}`)
    .join('\n');

const service = asWholeService([SCHEME]);

/** Annotations in places that others have for them. @internal */
export const places: CorrectFiles[] = [
  {
    what: 'fields of kinds that are not known here',
    files: lines(
      'apiVersion: example.com/v1',
      'kind: Entrance',
      'metadata: {name: payments}',
      'annotations:',
      `  ${SCHEME}`,
      'spec:',
      `  ${SCHEME}`,
      '  annotation:',
      `    ${SCHEME}`,
      '  service:',
      '    annotations:',
      `      ${SCHEME}`,
    ),
  },
  {
    what: 'a transformer of Kustomize',
    files: lines(
      'apiVersion: builtin',
      'kind: AnnotationsTransformer',
      'metadata: {name: internal}',
      'annotations:',
      `  ${SCHEME}`,
      'fieldSpecs: [{path: metadata/annotations, create: true}]',
    ),
  },
  {
    what: 'annotations for all objects of a kustomization',
    files: lines(
      'apiVersion: kustomize.config.k8s.io/v1beta1',
      'kind: Kustomization',
      'commonAnnotations:',
      `  ${SCHEME}`,
    ),
  },
  {
    what: 'an object in an object of Crossplane',
    files: lines(
      'apiVersion: kubernetes.crossplane.io/v1alpha2',
      'kind: Object',
      'metadata: {name: payments}',
      'spec:',
      '  forProvider:',
      '    manifest:',
      indented(service, 6),
    ),
  },
  {
    what: 'values of a chart that has names of its own, and makes text of lists',
    files: lines(
      'service:',
      '  annotation:',
      `    ${SCHEME}`,
      '  annotations:',
      `    ${SERVICE}aws-load-balancer-subnets: [private-a, private-b]`,
      `    ${SCHEME}`,
    ),
  },
  {
    what: 'a Service of Knative',
    files: lines(
      'apiVersion: serving.knative.dev/v1',
      'kind: Service',
      'metadata: {name: payments}',
      'spec:',
      '  template:',
      '    annotation:',
      `      ${SCHEME}`,
    ),
  },
  {
    what: 'what a server keeps of the fields that it manages',
    files: service.replace(
      'metadata:\n',
      `metadata:\n  managedFields: [{fieldsV1: {"f:metadata": {"f:annotations": {"f:${SERVICE}aws-load-balancer-scheme": {}}}}}]\n`,
    ),
  },
  {
    what: 'a map that annotations merge, under a key of its own',
    files: `x-internal: &internal\n  ${SCHEME}\n${service.replace(
      `    ${SCHEME}\n`,
      '    <<: *internal\n',
    )}`,
  },
  {
    what: 'a Gateway whose parameters say more',
    files: lines(
      'apiVersion: gateway.networking.k8s.io/v1',
      'kind: Gateway',
      'metadata: {name: payments}',
      'spec:',
      '  gatewayClassName: envoy',
      '  infrastructure:',
      '    parametersRef: {group: gateway.envoyproxy.io, kind: EnvoyProxy, name: payments}',
      '    annotations:',
      `      ${NAME}`,
      '  listeners: [{name: https, port: 443, protocol: HTTPS}]',
    ),
  },
  {
    what: 'a patch of a Gateway, whose base says the rest',
    files: lines(
      'apiVersion: gateway.networking.k8s.io/v1',
      'kind: Gateway',
      'metadata: {name: payments}',
      'spec:',
      '  infrastructure:',
      '    annotations:',
      `      ${NAME}`,
    ),
  },
];
