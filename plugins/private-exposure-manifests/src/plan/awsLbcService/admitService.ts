import { KubernetesObject } from '../KubernetesObject';

const classOf = ({ spec }: KubernetesObject): string =>
  typeof spec?.loadBalancerClass === 'string' ? spec.loadBalancerClass : '';

function withClass(
  object: KubernetesObject,
  loadBalancerClass: string,
): KubernetesObject {
  return { ...object, spec: { ...object.spec, loadBalancerClass } };
}

/**
 * The Service after the controller's webhook: a new one without a class gets the controller's, and a change that drops the
 * class gets it back. A change to another class stays; the API server refuses it.
 *
 * @remarks `webhooks/core/service_mutator.go`, version 3.5. The webhook of an installation may be off.
 *
 * @param before - The Service as it was; `undefined` for a new one.
 * @param controllerClass - The class that the controller answers to.
 *
 * @public
 */
export function admitService(
  object: KubernetesObject,
  before: KubernetesObject | undefined,
  controllerClass: string,
): KubernetesObject {
  if (object.spec?.type !== 'LoadBalancer' || classOf(object) !== '')
    return object;
  if (!before) return withClass(object, controllerClass);
  return classOf(before) === '' ? object : withClass(object, classOf(before));
}
