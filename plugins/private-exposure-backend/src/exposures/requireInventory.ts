import {
  exposureReadPermission,
  inventoryReadPermission,
} from '@postern/backstage-plugin-private-exposure-common';
import type { ReadFilter } from '../database/ExposureStore';
import type { ExposureAccess } from '../permissions/ExposureAccess';
import type { Caller } from './Caller';

/**
 * What a caller may see of a listing over all entities.
 *
 * @throws NotAllowedError without `inventory.read`, and to whom no exposure may be shown
 * @internal
 */
export async function requireInventory(
  access: ExposureAccess,
  { credentials }: Caller,
): Promise<ReadFilter> {
  await access.require(credentials, inventoryReadPermission);
  const granted = await access.of(credentials, [exposureReadPermission]);
  return granted.requireFilterFor(exposureReadPermission);
}
