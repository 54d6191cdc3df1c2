import { ControllerRefusal } from '../ControllerRefusal';
import { formatGroupId, IngressGroupId } from './IngressGroup';
import type { AwsLbcIngressPlan } from './planIngressGroup';

type Outcome = { plan: AwsLbcIngressPlan } | { refusal: ControllerRefusal };

function outcomeOf(plan: () => AwsLbcIngressPlan): Outcome {
  try {
    return { plan: plan() };
  } catch (error) {
    if (!(error instanceof ControllerRefusal)) throw error;
    return { refusal: error };
  }
}

/**
 * Plans of groups of Ingresses, each made once however many of its members are asked about. Good for as long as neither
 * the Ingresses nor the facts change.
 *
 * @public
 */
export class PlannedGroups {
  private readonly outcomes = new Map<string, Outcome>();

  /**
   * The plan of a group, made where there is none.
   *
   * @throws ControllerRefusal each time, where the controller refuses the group.
   *
   * @internal
   */
  planOnce(
    id: IngressGroupId,
    plan: () => AwsLbcIngressPlan,
  ): AwsLbcIngressPlan {
    const key = formatGroupId(id);
    const outcome = this.outcomes.get(key) ?? outcomeOf(plan);
    this.outcomes.set(key, outcome);
    if ('refusal' in outcome) throw outcome.refusal;
    return outcome.plan;
  }
}
