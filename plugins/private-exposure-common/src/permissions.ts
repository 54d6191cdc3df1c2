import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Resource type of the permissions on one exposure: its entity, scope, kind and consumers are what rules look at.
 *
 * @public
 */
export const RESOURCE_TYPE_EXPOSURE = 'private-exposure';

/** See an exposure, its connections and its timeline. @public */
export const exposureReadPermission = createPermission({
  name: 'private-exposure.exposure.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_EXPOSURE,
});

/** Ask for a new look at an exposure, or for a check of its domain. @public */
export const exposureRefreshPermission = createPermission({
  name: 'private-exposure.exposure.refresh',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_EXPOSURE,
});

/** Let a consumer in. @public */
export const connectionApprovePermission = createPermission({
  name: 'private-exposure.connection.approve',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_EXPOSURE,
});

/** Turn a waiting consumer away. @public */
export const connectionRejectPermission = createPermission({
  name: 'private-exposure.connection.reject',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_EXPOSURE,
});

/** Cut off a consumer that is connected. @public */
export const connectionRemovePermission = createPermission({
  name: 'private-exposure.connection.remove',
  attributes: { action: 'delete' },
  resourceType: RESOURCE_TYPE_EXPOSURE,
});

/** See the inventory, what is unclaimed, and the sources. @public */
export const inventoryReadPermission = createPermission({
  name: 'private-exposure.inventory.read',
  attributes: { action: 'read' },
});

/** Have a pull request tracked. Only services are asked for it. @public */
export const changeCreatePermission = createPermission({
  name: 'private-exposure.change.create',
  attributes: { action: 'create' },
});

/** See what manifests will meet in a cluster: its controller, account, region, subnets and security groups. @public */
export const clusterReadPermission = createPermission({
  name: 'private-exposure.cluster.read',
  attributes: { action: 'read' },
});

/** Every permission of the plugin. @public */
export const privateExposurePermissions = [
  exposureReadPermission,
  exposureRefreshPermission,
  connectionApprovePermission,
  connectionRejectPermission,
  connectionRemovePermission,
  inventoryReadPermission,
  changeCreatePermission,
  clusterReadPermission,
];
