import type { Grant } from '@postern/backstage-plugin-private-exposure-common';
import {
  concludeInspection,
  type Inspection,
  type InspectionTarget,
} from '@postern/backstage-plugin-private-exposure-node';
import { diagnosisRules } from '../diagnosis/rules';
import { toGrants } from '../mapping/toGrants';
import type { AzureInspection } from './AzureInspection';
import { buildHops } from './hops/buildHops';
import type { InspectionContext } from './InspectionContext';
import { readInspection } from './readInspection';

/**
 * The deep look at one exposure, in the words of the contract.
 *
 * @throws NotFoundError if the exposure does not exist any more.
 * @internal
 */
export async function inspect(
  target: InspectionTarget,
  context: InspectionContext,
): Promise<Inspection> {
  const inspection = await readInspection(target, context);
  return concludeInspection({
    inspection,
    rules: diagnosisRules,
    hops: buildHops(inspection, context.states),
    grants: grantsOf(inspection),
  });
}

/** A private-link resource has no list of who may ask: whoever knows its id may ("Private endpoint overview", manual approval). */
function grantsOf(inspection: AzureInspection): Grant[] {
  switch (inspection.type) {
    case 'service':
      return toGrants(inspection.path.service.access);
    case 'resource':
      return toGrants({ visible: ['*'], autoApproved: [] });
    default:
      return [];
  }
}
