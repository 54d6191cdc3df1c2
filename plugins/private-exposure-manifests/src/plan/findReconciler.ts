import {
  AnyClusterProfile,
  isAutoModeProfile,
} from '../intents/anyClusterProfile';
import { ClusterProfile } from '../intents/clusterProfile';
import { awsLbcServiceDefaults } from './awsLbcService';
import { admitService } from './awsLbcService/admitService';
import { readLbcService } from './awsLbcService/LbcService';
import { planReconciled } from './awsLbcService/planReconciled';
import { KubernetesObject } from './KubernetesObject';

/** Who makes a Service's load balancer. @public */
export type Reconciler =
  | 'aws-load-balancer-controller'
  | 'in-tree'
  | 'eks-auto-mode'
  | 'cloud-provider-azure'
  /** A controller that this package doesn't know. */
  | 'other'
  | 'nobody'
  /** The cluster's profile would say. */
  | 'unknown';

/** Who makes a Service's load balancer, and why. @public */
export interface Reconciliation {
  /** Who takes the Service in this cluster. */
  by: Reconciler;
  /** Whom the Service itself asks, whether or not the cluster has them, and without a webhook's help where it errs. */
  asks: Reconciler;
  /** One sentence. */
  why: string;
}

/**
 * The class of the load balancers of EKS Auto Mode, which new Services get there by default.
 *
 * @remarks https://docs.aws.amazon.com/eks/latest/userguide/auto-configure-nlb.html
 *
 * @public
 */
export const AUTO_MODE_CLASS = 'eks.amazonaws.com/nlb';

const LBC_CLASS = awsLbcServiceDefaults.loadBalancerClass;
const LBC = 'the AWS Load Balancer Controller';

const answer = (by: Reconciler, why: string): Reconciliation => ({
  by,
  asks: by,
  why,
});

/** Who takes a Service of a class, and what they are called; `undefined` for a class that nobody here knows. */
const byClass: Record<
  string,
  { asks: Reconciler; name: string; hasIt(profile: AnyClusterProfile): boolean }
> = {
  [LBC_CLASS]: {
    asks: 'aws-load-balancer-controller',
    name: LBC,
    hasIt: ({ controller }) =>
      controller.type === 'aws-load-balancer-controller',
  },
  [AUTO_MODE_CLASS]: {
    asks: 'eks-auto-mode',
    name: 'EKS Auto Mode',
    hasIt: isAutoModeProfile,
  },
};

function findByClass(
  loadBalancerClass: string,
  profile: AnyClusterProfile | undefined,
): Reconciliation {
  const known = Object.hasOwn(byClass, loadBalancerClass)
    ? byClass[loadBalancerClass]
    : undefined;
  if (!known)
    return answer(
      'other',
      `spec.loadBalancerClass ${loadBalancerClass} is for a controller that is not known here; all others leave the Service alone.`,
    );
  if (profile && !known.hasIt(profile)) {
    return {
      by: 'nobody',
      asks: known.asks,
      why: `spec.loadBalancerClass ${loadBalancerClass} is for ${known.name}, which cluster ${profile.name} doesn't run.`,
    };
  }
  return answer(
    known.asks,
    `spec.loadBalancerClass ${loadBalancerClass} is for ${known.name}.`,
  );
}

function findByAnnotations(
  object: KubernetesObject,
  profile: AnyClusterProfile | undefined,
): Reconciliation | undefined {
  const service = readLbcService(object);
  const { annotations } = service;
  const type = annotations.string('aws-load-balancer-type');
  if (planReconciled(service, awsLbcServiceDefaults)) {
    const why = `aws-load-balancer-type ${type} is for ${LBC}`;
    return profile && profile.controller.type !== 'aws-load-balancer-controller'
      ? {
          by: 'nobody',
          asks: 'aws-load-balancer-controller',
          why: `${why}, which cluster ${profile.name} doesn't run.`,
        }
      : answer('aws-load-balancer-controller', `${why}.`);
  }
  return type === 'external'
    ? answer(
        'nobody',
        `aws-load-balancer-type external keeps the in-tree provider away, and ${LBC} takes it only with aws-load-balancer-nlb-target-type ip or instance.`,
      )
    : undefined;
}

function findOnAws(
  object: KubernetesObject,
  profile: ClusterProfile | undefined,
  before: KubernetesObject | undefined,
): Reconciliation {
  const isController =
    profile?.controller.type === 'aws-load-balancer-controller';
  const hasWebhook = isController && profile.controller.webhook;
  const admitted = hasWebhook
    ? admitService(object, before, LBC_CLASS)
    : object;
  const { loadBalancerClass } = readLbcService(admitted);
  if (loadBalancerClass) {
    if (admitted === object) return findByClass(loadBalancerClass, profile);
    return {
      by: 'aws-load-balancer-controller',
      asks:
        findByAnnotations(object, profile)?.asks ??
        'aws-load-balancer-controller',
      why: `The webhook of ${LBC} gives the Service class ${loadBalancerClass}.`,
    };
  }
  const byAnnotations = findByAnnotations(object, profile);
  if (byAnnotations) return byAnnotations;
  if (!profile)
    return answer(
      'unknown',
      'Without class and type it depends on the cluster, which has no profile.',
    );
  const why = isController
    ? `${LBC} gives its class only to new Services through its webhook, and takes no other without class and type; the in-tree provider does.`
    : `Cluster ${profile.name} runs the in-tree provider, which takes Services without class.`;
  return answer('in-tree', why);
}

/**
 * Says which controller takes a Service, or that nobody does, and why.
 *
 * @remarks `pkg/service/service_utils.go` and `webhooks/core/service_mutator.go` of the AWS Load Balancer Controller 3.5;
 * cloud providers leave a Service with a class alone.
 *
 * @param profile - The cluster; `undefined` where it is not known.
 * @param before - The Service as it is in the cluster; `undefined` for a new one.
 *
 * @public
 */
export function findReconciler(
  object: KubernetesObject,
  profile?: AnyClusterProfile,
  before?: KubernetesObject,
): Reconciliation {
  const { loadBalancerClass, type } = readLbcService(object);
  if (type !== 'LoadBalancer') {
    const byAnnotations = findByAnnotations(object, profile);
    return byAnnotations?.asks === 'aws-load-balancer-controller'
      ? byAnnotations
      : answer(
          'nobody',
          `The Service is of type ${
            type || 'ClusterIP'
          }, which asks for no load balancer.`,
        );
  }
  if (profile?.cloud === 'azure') {
    return loadBalancerClass
      ? findByClass(loadBalancerClass, profile)
      : answer(
          'cloud-provider-azure',
          `Cluster ${profile.name} runs the Azure cloud provider, which takes Services without class.`,
        );
  }
  if (profile && isAutoModeProfile(profile)) {
    return loadBalancerClass
      ? findByClass(loadBalancerClass, profile)
      : answer(
          'eks-auto-mode',
          `Cluster ${profile.name} is in EKS Auto Mode, which takes Services without class.`,
        );
  }
  return findOnAws(object, profile, before);
}
