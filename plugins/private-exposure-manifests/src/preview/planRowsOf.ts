import { ManifestObject } from '../builders/types';
import { listPlan } from '../describe/describePlan';
import { PlanRow } from '../describe/planRows';
import { AnyClusterProfile } from '../intents/anyClusterProfile';
import { planService } from '../plan/planService';
import { readService } from '../plan/readService';
import { STAND_IN_PORT } from './withStandInPort';

/** As in `health check 1`, and in `targets of 1 see`. */
const ABOUT_STAND_IN = new RegExp(`( of)? ${STAND_IN_PORT}(?= |$)`);

/** What holds for a port that stands in for others holds for each of them, apart from what it listens for. */
function withoutStandIn(row: PlanRow): PlanRow[] {
  if (!ABOUT_STAND_IN.test(row.setting)) return [row];
  if (row.setting.startsWith('listener ')) return [];
  return [{ ...row, setting: row.setting.replace(ABOUT_STAND_IN, '') }];
}

/** What a Service becomes, row by row; nothing for an object of another kind. @internal */
export function planRowsOf(
  object: ManifestObject,
  profile: AnyClusterProfile,
): PlanRow[] {
  const service = readService(object);
  if (!service) return [];
  return listPlan(planService(service, profile)).flatMap(withoutStandIn);
}
