import type { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import {
  changeCreatePermission,
  clusterReadPermission,
  inventoryReadPermission,
  privateExposurePermissions,
} from '@postern/backstage-plugin-private-exposure-common';
import type { ExposureReader } from '../database/ExposureStore';
import {
  exposureResourceRef,
  type ExposureResource,
  toExposureResource,
} from './exposureResource';
import { hasConsumerAccount, isEntityOwner, isInScope, isKind } from './rules';

const basicPermissions = [
  inventoryReadPermission,
  changeCreatePermission,
  clusterReadPermission,
];

/**
 * Tells the permission framework which permissions there are, and how to load what they are about.
 *
 * @internal
 */
export function registerPermissions(
  registry: PermissionsRegistryService,
  store: Pick<ExposureReader, 'getExposureRecord' | 'getConsumerAccounts'>,
): void {
  registry.addPermissions(basicPermissions);
  registry.addResourceType({
    resourceRef: exposureResourceRef,
    permissions: privateExposurePermissions.filter(
      permission => permission.type === 'resource',
    ),
    rules: [isEntityOwner, isInScope, isKind, hasConsumerAccount],
    getResources: async exposureIds =>
      Promise.all(exposureIds.map(id => loadResource(store, id))),
  });
}

async function loadResource(
  store: Pick<ExposureReader, 'getExposureRecord' | 'getConsumerAccounts'>,
  exposureId: string,
): Promise<ExposureResource | undefined> {
  const record = await store.getExposureRecord(exposureId);
  return (
    record &&
    toExposureResource(record, await store.getConsumerAccounts(exposureId))
  );
}
