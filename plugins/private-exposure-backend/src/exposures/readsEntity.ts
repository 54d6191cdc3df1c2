import { exposureReadPermission } from '@postern/backstage-plugin-private-exposure-common';
import type { CallerAccess } from '../permissions/CallerAccess';

/** Whether a caller may read what an entity would have: for entities whose exposure is only on its way. @internal */
export function readsEntity(
  granted: CallerAccess,
  entityRef: string,
  ownedBy: string[],
): boolean {
  return granted.can(exposureReadPermission, {
    entityRef,
    ownedBy,
    consumerAccounts: [],
  });
}
