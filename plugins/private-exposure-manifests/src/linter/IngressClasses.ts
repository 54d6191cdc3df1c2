import { ALB_INGRESS_CONTROLLER } from '../plan/awsLbcIngress/loadIngressClass';
import { AUTO_MODE_INGRESS_CONTROLLER } from '../plan/findIngressReconciler';
import { ManifestValue } from '../plan/KubernetesObject';
import { ConfigurationTarget, IngressTarget } from './targets';
import { IngressClassInput } from './targets/IngressClassInput';
import { findAnnotation } from './targets/Placed';

type Spec = ConfigurationTarget['spec'];

const ANNOTATION = 'kubernetes.io/ingress.class';
/** The class that the AWS Load Balancer Controller's chart makes, with parameters that set nothing. */
const CONVENTIONAL = 'alb';
/** Classes that other controllers answer to, by their names. */
const OTHERS = [
  'ali-alb',
  'azure-application-gateway',
  'azure/application-gateway',
  'cilium',
  'contour',
  'gce',
  'gce-internal',
  'haproxy',
  'istio',
  'kong',
  'mse',
  'nginx',
  'openshift-default',
  'traefik',
];
const OURS = [ALB_INGRESS_CONTROLLER, AUTO_MODE_INGRESS_CONTROLLER];

const textOf = (value: ManifestValue | undefined) =>
  typeof value === 'string' ? value : undefined;

function paramsName({ parameters }: Spec): string | undefined {
  return typeof parameters === 'object' &&
    parameters !== null &&
    !Array.isArray(parameters)
    ? textOf(parameters.name)
    : undefined;
}

/** Whether the class of an Ingress is known to be another controller's, which has no use for AWS's annotations. @internal */
export function isOfOtherController({ ingressClass }: IngressTarget): boolean {
  const controller = ingressClass?.controller;
  return controller !== undefined && !OURS.includes(controller);
}

/** IngressClasses and their parameters, over all files. @internal */
export class IngressClasses {
  private readonly classes = new Map<string, Spec>();
  private readonly params = new Map<string, Spec>();

  /** Takes in the classes and parameters of a file. */
  add(configurations: readonly ConfigurationTarget[]): void {
    for (const { kind, name, spec } of configurations) {
      if (name === undefined) continue;
      // A string cut out of a text keeps the whole text alive; strings that were written out anew don't.
      const copy: Spec = JSON.parse(JSON.stringify(spec));
      if (kind === 'IngressClass') this.classes.set(name, copy);
      // Stages may set different fields: what one of them sets may hold here.
      if (kind === 'IngressClassParams')
        this.params.set(name, { ...this.params.get(name), ...copy });
    }
  }

  /** What is known of the class of an Ingress. */
  classOf(target: IngressTarget): IngressClassInput {
    const annotation = findAnnotation(target, ANNOTATION)?.value;
    // No parameters hold for the annotation, and ours go by their own name in it.
    if (annotation !== undefined)
      return { controller: this.otherNamed(annotation), params: {} };
    const name = textOf(target.object?.spec?.ingressClassName);
    if (name === undefined) return { controller: undefined, params: undefined };
    const known = this.classes.get(name);
    return {
      controller: textOf(known?.controller) ?? controllerNamed(name),
      params: this.paramsOf(name, known),
    };
  }

  private otherNamed(name: string): string | undefined {
    const other = controllerNamed(name);
    return other && (textOf(this.classes.get(name)?.controller) ?? other);
  }

  private paramsOf(name: string, known: Spec | undefined) {
    if (known) {
      const named = paramsName(known);
      return named === undefined ? {} : this.params.get(named);
    }
    return this.params.get(name) ?? (name === CONVENTIONAL ? {} : undefined);
  }
}

function controllerNamed(name: string): string | undefined {
  return OTHERS.includes(name) ? name : undefined;
}
