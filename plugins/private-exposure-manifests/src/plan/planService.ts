import {
  AnyClusterProfile,
  isAutoModeProfile,
} from '../intents/anyClusterProfile';
import { InTreeLoadBalancerPlan, planAwsInTreeService } from './awsInTree';
import {
  awsLbcServiceDefaults,
  AwsLbcServiceFacts,
  factsFromProfile,
  NetworkLoadBalancerPlan,
  planAwsLbcService,
} from './awsLbcService';
import { admitService } from './awsLbcService/admitService';
import { AzureServicePlan, planAzureService } from './azure';
import { ControllerRefusal } from './ControllerRefusal';
import { findReconciler, Reconciliation } from './findReconciler';
import { KubernetesObject } from './KubernetesObject';
import { ALLOCATED } from './nameLbcResource';
import { withApiDefaults } from './withApiDefaults';

/**
 * What a Service will become in a cluster.
 *
 * @public
 */
export type ServicePlan = { reconciliation: Reconciliation } & (
  | {
      /** Nobody makes a load balancer from it. */
      outcome: 'nothing';
    }
  | {
      /** Somebody may make one, but what it will be is not known here. */
      outcome: 'unplanned';
    }
  | {
      /** Its controller does not accept it, and makes or changes nothing. */
      outcome: 'refused';
      refusal: ControllerRefusal;
    }
  | {
      outcome: 'aws-network-load-balancer';
      model: NetworkLoadBalancerPlan;
    }
  | {
      /** A Classic or Network Load Balancer of the in-tree provider's. */
      outcome: 'aws-in-tree-load-balancer';
      model: InTreeLoadBalancerPlan;
    }
  | {
      outcome: 'azure-load-balancer';
      model: AzureServicePlan;
    }
);

/** What is known besides the Service and its cluster. @public */
export interface PlanServiceOptions {
  /** The Service as it is in the cluster; `undefined` for a new one. */
  before?: KubernetesObject;
  /** What the cluster's profile doesn't tell the AWS Load Balancer Controller's planner. */
  facts?: Partial<AwsLbcServiceFacts>;
}

type Outcome = ServicePlan extends infer Plan
  ? Plan extends ServicePlan
    ? Omit<Plan, 'reconciliation'>
    : never
  : never;

function planForLbc(
  object: KubernetesObject,
  profile: AnyClusterProfile | undefined,
  { before, facts }: PlanServiceOptions,
): Outcome {
  const isOwn = profile?.cloud === 'aws' && !isAutoModeProfile(profile);
  const admitted =
    isOwn && profile.controller.webhook
      ? admitService(object, before, awsLbcServiceDefaults.loadBalancerClass)
      : object;
  const known = isOwn
    ? factsFromProfile(profile)
    : { ...awsLbcServiceDefaults, clusterName: ALLOCATED };
  const model = planAwsLbcService(withApiDefaults(admitted), {
    ...known,
    ...facts,
  });
  return model.reconciled
    ? { outcome: 'aws-network-load-balancer', model }
    : { outcome: 'nothing' };
}

function planForAzure(
  object: KubernetesObject,
  profile: AnyClusterProfile | undefined,
): Outcome {
  const isOwn = profile?.cloud === 'azure';
  const model = planAzureService(
    withApiDefaults(object),
    isOwn
      ? {
          clusterName: profile.name,
          defaultSubnet: profile.defaultSubnet,
          resourceGroup: profile.resourceGroup,
          ...(profile.subnets.length ? { subnets: profile.subnets } : {}),
        }
      : {},
  );
  return { outcome: 'azure-load-balancer', model };
}

function planBy(
  { by }: Reconciliation,
  object: KubernetesObject,
  profile: AnyClusterProfile | undefined,
  options: PlanServiceOptions,
): Outcome {
  switch (by) {
    case 'aws-load-balancer-controller':
      return planForLbc(object, profile, options);
    case 'in-tree': {
      const model = planAwsInTreeService(withApiDefaults(object));
      return model.reconciled
        ? { outcome: 'aws-in-tree-load-balancer', model }
        : { outcome: 'nothing' };
    }
    case 'cloud-provider-azure':
      return planForAzure(object, profile);
    case 'nobody':
      return { outcome: 'nothing' };
    default:
      return { outcome: 'unplanned' };
  }
}

/**
 * Says what a Service will become in a cluster: who takes it, and what that controller makes of it or why it doesn't.
 *
 * @param object - The Service as its manifest has it.
 * @param profile - The cluster; `undefined` where it is not known.
 *
 * @public
 */
export function planService(
  object: KubernetesObject,
  profile?: AnyClusterProfile,
  options: PlanServiceOptions = {},
): ServicePlan {
  const reconciliation = findReconciler(object, profile, options.before);
  try {
    return {
      reconciliation,
      ...planBy(reconciliation, object, profile, options),
    };
  } catch (error) {
    if (!(error instanceof ControllerRefusal)) throw error;
    return { reconciliation, outcome: 'refused', refusal: error };
  }
}
