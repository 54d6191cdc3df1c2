import { AnyClusterProfile } from '../../intents/anyClusterProfile';

/** Files that are right, and of which nothing may be said. @internal */
export interface CorrectFiles {
  /** What is right, in words. */
  what: string;
  /** The files by their paths, or the one manifest. */
  files: string | Readonly<Record<string, string>>;
  cluster?: AnyClusterProfile;
  domains?: readonly string[];
}

const indented = (lines: readonly string[]) =>
  lines.map(line => `    ${line}\n`).join('');

/** Values of a Helm chart that are laid over others. @internal */
export const asValues = (annotations: readonly string[], holder = 'service') =>
  `${holder}:\n  annotations:\n${indented(annotations)}`;

/** A patch for Kustomize, which says only what it changes. @internal */
export const asPatch = (annotations: readonly string[], kind = 'Service') =>
  `apiVersion: ${
    kind === 'Ingress' ? 'networking.k8s.io/v1' : 'v1'
  }\nkind: ${kind}\nmetadata:\n  name: payments\n  annotations:\n${indented(
    annotations,
  )}`;

/** A whole Service. @internal */
export const asWholeService = (
  annotations: readonly string[],
  spec = 'type: LoadBalancer, loadBalancerClass: service.k8s.aws/nlb, ports: [{port: 443}]',
) => `${asPatch(annotations)}spec: {${spec}}\n`;

/** A whole Ingress. @internal */
export const asWholeIngress = (
  annotations: readonly string[],
  ingressClass = 'ingressClassName: alb, ',
) =>
  `${asPatch(
    annotations,
    'Ingress',
  )}spec: {${ingressClass}rules: [{host: payments.acme.example, http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: payments, port: {number: 80}}}}]}}]}\n`;
