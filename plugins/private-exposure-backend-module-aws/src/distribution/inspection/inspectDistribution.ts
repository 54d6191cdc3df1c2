import {
  concludeInspection,
  type Inspection,
  type InspectionTarget,
} from '@postern/backstage-plugin-private-exposure-node';
import type { InspectionContext } from '../../inspection/InspectionContext';
import { diagnosisRules } from '../diagnosis/rules';
import { buildHops } from './hops/buildHops';
import { readInspection } from './readInspection';

/**
 * The deep look at one distribution, in the words of the contract.
 *
 * @throws NotFoundError if it does not exist any more.
 * @internal
 */
export async function inspectDistribution(
  target: InspectionTarget,
  context: InspectionContext,
): Promise<Inspection> {
  const inspection = await readInspection(target, context);
  return concludeInspection({
    inspection,
    rules: diagnosisRules,
    hops: buildHops(inspection, context.states),
  });
}
