import {
  type BackendFeature,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  type NotificationService,
  notificationService,
} from '@backstage/plugin-notifications-node';
import type { JsonObject } from '@backstage/types';
import privateExposurePlugin from '@postern/backstage-plugin-private-exposure-backend';
import privateExposureModuleAws from '@postern/backstage-plugin-private-exposure-backend-module-aws';
import privateExposureModuleAzure from '@postern/backstage-plugin-private-exposure-backend-module-azure';
import type { Knex } from 'knex';
import { demoPermissions } from './demoPermissions';
import type { ManualScheduler } from './ManualScheduler';

/** What {@link portalFeatures} puts together. */
export interface PortalFeaturesOptions {
  knex: Knex;
  config: JsonObject;
  provider: 'aws' | 'azure';
  entities: Entity[];
  scheduler: ManualScheduler;
  notifications: NotificationService;
  /** Whether the demo's policy says who may what; else everybody may everything. */
  hasPolicy?: boolean;
}

/** The plugin with a provider as an operator installs them. Works outside of Jest too. */
export function portalFeatures(
  options: PortalFeaturesOptions,
): BackendFeature[] {
  const { knex, config, provider, entities, scheduler } = options;
  return [
    privateExposurePlugin,
    provider === 'aws' ? privateExposureModuleAws : privateExposureModuleAzure,
    mockServices.database.factory({ knex }),
    mockServices.rootConfig.factory({ data: config }),
    catalogServiceMock.factory({ entities }),
    createServiceFactory({
      service: notificationService,
      deps: {},
      factory: () => options.notifications,
    }),
    scheduler.factory(),
    ...(options.hasPolicy ? [demoPermissions()] : []),
  ];
}
