import { KubernetesIngress } from './KubernetesIngress';
import { Manifest, textAt } from './readManifests';

/** What `spec.controller` says of the AWS Load Balancer Controller. @internal */
export const ALB_CONTROLLER = 'ingress.k8s.aws/alb';
/** What it says of ingress-nginx. @internal */
export const NGINX_CONTROLLER = 'k8s.io/ingress-nginx';

const CONVENTIONS: [string, string][] = [
  ['alb', ALB_CONTROLLER],
  ['nginx', NGINX_CONTROLLER],
];

/**
 * The controllers of Ingress classes by name: those of the conventional names, and those that manifests define.
 * @internal
 */
export function ingressControllers(
  manifests: Manifest[],
): ReadonlyMap<string, string> {
  const own = manifests
    .filter(({ object }) => object.kind === 'IngressClass')
    .map(({ object }): [string, string] => [
      textAt(object, 'metadata', 'name') ?? '',
      textAt(object, 'spec', 'controller') ?? '',
    ]);
  return new Map([...CONVENTIONS, ...own]);
}

/**
 * The Ingresses that a controller takes. Without a class an Ingress is nobody's.
 * @internal
 */
export function ingressesOf(
  controller: string,
  ingresses: KubernetesIngress[],
  controllers: ReadonlyMap<string, string>,
): KubernetesIngress[] {
  return ingresses.filter(
    ({ className }) =>
      className !== undefined && controllers.get(className) === controller,
  );
}
