import {
  AnyClusterProfile,
  isAutoModeProfile,
} from '../intents/anyClusterProfile';
import { awsLbcIngressDefaults, IngressClassFacts } from './awsLbcIngress';
import { matchesClassAnnotation } from './awsLbcIngress/classifyIngress';
import {
  INGRESS_CLASS_ANNOTATION,
  LbcIngress,
  readClassAnnotation,
  readLbcIngress,
} from './awsLbcIngress/LbcIngress';
import {
  ALB_INGRESS_CONTROLLER,
  loadIngressClass,
} from './awsLbcIngress/loadIngressClass';
import { Reconciler, Reconciliation } from './findReconciler';
import { KubernetesObject } from './KubernetesObject';

/**
 * What `spec.controller` of an IngressClass is for EKS Auto Mode.
 *
 * @remarks https://docs.aws.amazon.com/eks/latest/userguide/auto-configure-alb.html
 *
 * @public
 */
export const AUTO_MODE_INGRESS_CONTROLLER = 'eks.amazonaws.com/alb';

/** The name that an IngressClass of either controller has by convention. */
const CONVENTIONAL_CLASS = 'alb';
const LBC = 'the AWS Load Balancer Controller';

const nameOf: Partial<Record<Reconciler, string>> = {
  'aws-load-balancer-controller': LBC,
  'eks-auto-mode': 'EKS Auto Mode',
};

const answer = (by: Reconciler, why: string): Reconciliation => ({
  by,
  asks: by,
  why,
});

/** What a controller that is asked answers in a cluster, which may not run it. */
function askIn(
  asks: Reconciler,
  what: string,
  profile: AnyClusterProfile | undefined,
): Reconciliation {
  const isThere = !profile || profile.controller.type === asks;
  const is = `${what} is for ${nameOf[asks]}`;
  return isThere
    ? answer(asks, `${is}.`)
    : {
        by: 'nobody',
        asks,
        why: `${is}, which cluster ${profile.name} doesn't run.`,
      };
}

function findByAnnotation(
  value: string,
  profile: AnyClusterProfile | undefined,
  facts: IngressClassFacts,
): Reconciliation {
  const what = `${INGRESS_CLASS_ANNOTATION} ${value}`;
  return matchesClassAnnotation(value, facts)
    ? // EKS Auto Mode goes by IngressClasses alone.
      askIn('aws-load-balancer-controller', what, profile)
    : answer(
        'other',
        `${what} is for a controller that is not known here; ${LBC} leaves the Ingress alone.`,
      );
}

function findByConvention(
  name: string,
  profile: AnyClusterProfile | undefined,
): Reconciliation {
  const unknown = "the cluster's classes are not known";
  if (name !== CONVENTIONAL_CLASS)
    return answer('unknown', `It depends on IngressClass ${name}: ${unknown}.`);
  const asks =
    profile && isAutoModeProfile(profile)
      ? 'eks-auto-mode'
      : 'aws-load-balancer-controller';
  return askIn(
    asks,
    `IngressClass ${name}, by its name (${unknown}),`,
    profile,
  );
}

function findByClass(
  name: string,
  controller: string | undefined,
  profile: AnyClusterProfile | undefined,
): Reconciliation {
  const what = `IngressClass ${name}`;
  switch (controller) {
    case undefined:
      return findByConvention(name, profile);
    case ALB_INGRESS_CONTROLLER:
      return askIn('aws-load-balancer-controller', what, profile);
    case AUTO_MODE_INGRESS_CONTROLLER:
      return askIn('eks-auto-mode', what, profile);
    default:
      return answer(
        'other',
        `${what} is for ${
          controller || 'a controller that it does not name'
        }, which is not known here.`,
      );
  }
}

function findWithoutClass(
  profile: AnyClusterProfile | undefined,
  facts: IngressClassFacts,
): Reconciliation {
  const takesAll =
    facts.managesIngressesWithoutClass ?? facts.controllerIngressClass === '';
  if (takesAll)
    return askIn(
      'aws-load-balancer-controller',
      'An Ingress without class',
      profile,
    );
  return facts.ingressClasses
    ? answer(
        'nobody',
        'The Ingress has no class, and no IngressClass of the cluster is the default one.',
      )
    : answer(
        'unknown',
        "Without a class it depends on the cluster's default IngressClass, which is not known.",
      );
}

function findByClassName(
  ingress: LbcIngress,
  profile: AnyClusterProfile | undefined,
  facts: IngressClassFacts,
): Reconciliation {
  const loaded = loadIngressClass(ingress, facts);
  if ('problem' in loaded)
    return answer(
      'nobody',
      `The class can't be told, and no controller goes on without: ${loaded.problem}.`,
    );
  const { ingressClass } = loaded;
  return ingressClass
    ? findByClass(ingressClass.name, ingressClass.controller, profile)
    : findWithoutClass(profile, facts);
}

/**
 * Says which controller takes an Ingress, or that nobody does, and why.
 *
 * @remarks `pkg/ingress/group_loader.go` and `pkg/ingress/class_loader.go` of the AWS Load Balancer Controller 3.5.
 *
 * @param profile - The cluster; `undefined` where it is not known.
 * @param facts - Classes of the cluster, as far as they are known.
 *
 * @public
 */
export function findIngressReconciler(
  object: KubernetesObject,
  profile?: AnyClusterProfile,
  facts: IngressClassFacts = awsLbcIngressDefaults,
): Reconciliation {
  const ingress = readLbcIngress(object);
  const annotation = readClassAnnotation(ingress);
  return annotation === undefined
    ? findByClassName(ingress, profile, facts)
    : findByAnnotation(annotation, profile, facts);
}
