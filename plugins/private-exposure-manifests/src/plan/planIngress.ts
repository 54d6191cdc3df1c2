import {
  AnyClusterProfile,
  isAutoModeProfile,
} from '../intents/anyClusterProfile';
import {
  ApplicationLoadBalancerPlan,
  awsLbcIngressDefaults,
  AwsLbcIngressFacts,
  planAwsLbcIngress,
  PlannedGroups,
} from './awsLbcIngress';
import { factsFromProfile } from './awsLbcService';
import { ControllerRefusal } from './ControllerRefusal';
import { findIngressReconciler } from './findIngressReconciler';
import { Reconciliation } from './findReconciler';
import { KubernetesObject } from './KubernetesObject';
import { ALLOCATED } from './nameLbcResource';
import { withApiDefaults } from './withApiDefaults';

/** What an Ingress will become in a cluster. @public */
export type IngressPlan = { reconciliation: Reconciliation } & (
  | {
      /** Nobody makes a load balancer from it. */
      outcome: 'nothing';
    }
  | {
      /** Somebody may make one, but what it will be is not known here. */
      outcome: 'unplanned';
    }
  | {
      /** Its controller does not accept it, or one that shares its load balancer, and makes or changes nothing. */
      outcome: 'refused';
      refusal: ControllerRefusal;
    }
  | {
      outcome: 'aws-application-load-balancer';
      model: ApplicationLoadBalancerPlan;
    }
);

const inDefaultNamespace = (object: KubernetesObject): KubernetesObject => ({
  ...object,
  metadata: {
    ...object.metadata,
    namespace: object.metadata.namespace ?? 'default',
  },
});

function readFacts(
  profile: AnyClusterProfile | undefined,
  facts: Partial<AwsLbcIngressFacts>,
): AwsLbcIngressFacts {
  const isOwn = profile?.cloud === 'aws' && !isAutoModeProfile(profile);
  const known = isOwn ? factsFromProfile(profile) : undefined;
  const merged = {
    ...awsLbcIngressDefaults,
    clusterName: known?.clusterName ?? ALLOCATED,
    ...(known?.subnets ? { subnets: known.subnets } : {}),
    ...(known ? { securityGroups: known.securityGroups } : {}),
    ...facts,
  };
  return {
    ...merged,
    otherIngresses: merged.otherIngresses.map(inDefaultNamespace),
    ...(merged.services
      ? { services: merged.services.map(withApiDefaults) }
      : {}),
  };
}

/**
 * Says what an Ingress will become in a cluster: who takes it, and what that controller makes of it or why it doesn't.
 *
 * @param object - The Ingress as its manifest has it; without namespace it is taken for one of `default`.
 * @param profile - The cluster; `undefined` where it is not known.
 * @param facts - What the profile doesn't tell: Services, the other Ingresses, classes.
 * @param planned - Groups that were planned before, of the same Ingresses, profile and facts.
 *
 * @public
 */
export function planIngress(
  object: KubernetesObject,
  profile?: AnyClusterProfile,
  facts: Partial<AwsLbcIngressFacts> = {},
  planned?: PlannedGroups,
): IngressPlan {
  const known = readFacts(profile, facts);
  const ingress = inDefaultNamespace(object);
  const reconciliation = findIngressReconciler(ingress, profile, known);
  if (reconciliation.by === 'nobody')
    return { reconciliation, outcome: 'nothing' };
  if (reconciliation.by !== 'aws-load-balancer-controller')
    return { reconciliation, outcome: 'unplanned' };
  try {
    const model = planAwsLbcIngress(ingress, known, planned);
    return model.reconciled
      ? { reconciliation, outcome: 'aws-application-load-balancer', model }
      : { reconciliation, outcome: 'nothing' };
  } catch (error) {
    if (!(error instanceof ControllerRefusal)) throw error;
    return { reconciliation, outcome: 'refused', refusal: error };
  }
}
