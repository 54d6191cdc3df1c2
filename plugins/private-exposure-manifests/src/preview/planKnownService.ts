import { ManifestPlan } from '../builders/manifestPlan';
import { PlanComparison, shortenPlan } from '../describe/comparePlanRows';
import { listPlan } from '../describe/describePlan';
import { PlanRow } from '../describe/planRows';
import { EditedService } from '../edit/editManifest';
import { checkKeptPorts, findClassConflict } from '../edit/keptService';
import { planEdit } from '../edit/planEdit';
import { InvalidIntentError } from '../errors';
import { AnyClusterProfile } from '../intents/anyClusterProfile';
import { KubernetesObject } from '../plan/KubernetesObject';
import { planService } from '../plan/planService';
import { withSettings } from './withSettings';

/** What a Service becomes, beside what it is. @public */
export interface KnownServicePlan {
  /** What it becomes. */
  plan: readonly PlanRow[];
  /** What changes; `undefined` where it has no load balancer yet, so that all of it is new. */
  comparison: PlanComparison | undefined;
}

/**
 * Says what a Service that is in the manifest becomes, and what it is now, as the pull request will say it.
 *
 * @param present - the Service as the manifest has it
 * @throws {@link InvalidIntentError} where the template would refuse to change it
 * @internal
 */
export function planKnownService(
  present: KubernetesObject,
  options: {
    intent: EditedService;
    plan: ManifestPlan;
    profile: AnyClusterProfile;
  },
): KnownServicePlan {
  const { intent, plan, profile } = options;
  checkKeptPorts(present, intent.service);
  const conflict =
    intent.manifest.form === 'knative-kourier'
      ? undefined
      : findClassConflict(present, plan.settings);
  if (conflict !== undefined) {
    throw new InvalidIntentError({ field: 'service.name', message: conflict });
  }
  const changed = withSettings(present, planEdit(plan, present));
  const after = planService(changed, profile, { before: present });
  const before = planService(present, profile, { before: present });
  const rows = listPlan(after);
  const isNew = before.outcome === 'nothing';
  return {
    plan: rows,
    comparison: isNew
      ? undefined
      : shortenPlan(rows, {
          former: listPlan(before),
          isRefused: after.outcome === 'refused',
        }),
  };
}
