import {
  findReconciler as findReconcilerOf,
  Reconciler,
  Reconciliation,
} from '../plan/findReconciler';
import { planService, ServicePlan } from '../plan/planService';
import { rememberLast } from './rememberLast';
import { ServiceTarget } from './targets/ServiceTarget';

function find(target: ServiceTarget): Reconciliation {
  const { annotations, loadBalancerClass, object, profile } = target;
  const service = object ?? {
    kind: 'Service',
    metadata: {
      annotations: Object.fromEntries(
        annotations.map(({ key, value }) => [key, value]),
      ),
    },
    spec: { loadBalancerClass },
  };
  // The type may come from a patch: annotations for a load balancer say that there is to be one.
  const spec = { ...service.spec, type: 'LoadBalancer' };
  return findReconcilerOf({ ...service, spec }, profile);
}

/**
 * Who takes a Service, whom it asks, and why; annotations for a Service that something else makes are judged like the
 * Service. Worked out once for each place.
 *
 * @internal
 */
export const reconciliationOf = rememberLast(find);

/** Whom a Service asks for its load balancer, whether or not the cluster has them. @internal */
export function findReconciler(target: ServiceTarget): Reconciler {
  return reconciliationOf(target).asks;
}

function plan(target: ServiceTarget): ServicePlan | undefined {
  const { object, profile, isPartial, isWholeService } = target;
  if (!object || isPartial || !isWholeService) return undefined;
  return planService(object, profile);
}

/** What a Service will become; `undefined` where the file doesn't hold the whole of it. Worked out once. @internal */
export const planOf = rememberLast(plan);
