import type {
  AuditorService,
  AuthService,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
  RootConfigService,
  UrlReaderService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { ScmIntegrations } from '@backstage/integration';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Knex } from 'knex';
import {
  createDecideConnectionAction,
  createGetEntityExposuresAction,
  createListPendingConnectionsAction,
} from './actions';
import { AuthorizedChangeService } from './changes/AuthorizedChangeService';
import { ChangeTracker } from './changes/ChangeTracker';
import { DatabaseChangeStore } from './changes/DatabaseChangeStore';
import { DatabaseContributorStore } from './changes/DatabaseContributorStore';
import { DatabaseRequestStore } from './changes/DatabaseRequestStore';
import { GithubPullRequestHost } from './changes/GithubPullRequestHost';
import { GitlabMergeRequestHost } from './changes/GitlabMergeRequestHost';
import { InvolvementReader } from './changes/InvolvementReader';
import { PullRequestReader } from './changes/PullRequestReader';
import { RequestedChanges } from './changes/RequestedChanges';
import { AuthorizedClusterService } from './clusters/AuthorizedClusterService';
import type { ClaimResolver } from './claims/ClaimResolver';
import type { PrivateExposureConfig } from './config';
import { CostEstimator } from './costs/CostEstimator';
import type { ExposureStore } from './database/ExposureStore';
import type { StateChangeListener } from './database/StateChange';
import { AuthorizedDecisionService } from './decisions/AuthorizedDecisionService';
import { DatabaseDecisionStore } from './decisions/DatabaseDecisionStore';
import { DecisionExecutor } from './decisions/DecisionExecutor';
import { DecisionPolicies } from './decisions/DecisionPolicies';
import { DefaultDecisionService } from './decisions/DefaultDecisionService';
import { EntityDirectory } from './entities/EntityDirectory';
import { AuthorizedEntityPageService } from './exposures/AuthorizedEntityPageService';
import { AuthorizedExposureService } from './exposures/AuthorizedExposureService';
import { AuthorizedListingService } from './exposures/AuthorizedListingService';
import { AuthorizedRefreshService } from './exposures/AuthorizedRefreshService';
import { AuthorizedSummaryService } from './exposures/AuthorizedSummaryService';
import { AuthorizedUnclaimedService } from './exposures/AuthorizedUnclaimedService';
import { ExposurePresenter } from './exposures/ExposurePresenter';
import { ExposureVisibility } from './exposures/ExposureVisibility';
import { ViewLog } from './exposures/ViewLog';
import { AuthorizedManifestService } from './manifests/AuthorizedManifestService';
import { ManifestReader } from './manifests/ManifestReader';
import { ExposureAccess } from './permissions/ExposureAccess';
import type { ObservationMetrics } from './metrics/ObservationMetrics';
import type { ExposureObservation } from './observation/ExposureObservation';
import type { ProviderRegistry } from './providers/ProviderRegistry';
import type { RouteDeps } from './routes/RouteDeps';

/** What the plugin's services are made of. @internal */
export interface CreateServicesOptions {
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  claims: Pick<ClaimResolver, 'resolveEntityNow' | 'resolveNewOwners'>;
  config: PrivateExposureConfig;
  knex: Knex;
  logger: LoggerService;
  metrics: Pick<ObservationMetrics, 'recordDecision'>;
  observation: Pick<ExposureObservation, 'requestRefresh' | 'surveySoon'>;
  onChanges: StateChangeListener;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  providers: ProviderRegistry;
  rootConfig: RootConfigService;
  store: ExposureStore;
  urlReader: UrlReaderService;
  userInfo: UserInfoService;
}

/** What acts, in the order in which one needs the other. @internal */
function createActing(options: CreateServicesOptions) {
  const { knex, config, store, rootConfig } = options;
  const decisions = DatabaseDecisionStore.create({ knex });
  const changes = DatabaseChangeStore.create({ knex });
  const integrations = ScmIntegrations.fromConfig(rootConfig);
  const reader = PullRequestReader.create([
    new GithubPullRequestHost(integrations),
    new GitlabMergeRequestHost(integrations),
  ]);
  const executor = DecisionExecutor.create({
    ...options,
    store: decisions,
    exposures: store,
    effectTimeout: config.decisions.effectTimeout,
    settleTime: config.decisions.settleTime,
  });
  const deciding = DefaultDecisionService.create({
    ...options,
    store: decisions,
    exposures: store,
    involvement: InvolvementReader.create({
      ...options,
      store: DatabaseContributorStore.create({ knex }),
      reader,
    }),
    executor,
    settings: config.decisions,
    accountNames: config.accountNames,
  });
  const policies = DecisionPolicies.create({
    ...options,
    exposures: store,
    store: decisions,
    decisions: deciding,
    settings: config.decisions,
  });
  const tracker = ChangeTracker.create({
    ...options,
    store: changes,
    reader,
    pollInterval: config.changes.pollInterval,
  });
  return {
    ...{ decisions, changes, reader, executor, deciding, policies, tracker },
    integrations,
  };
}

/** What those who answer share. @internal */
function createShared(
  options: CreateServicesOptions,
  acting: ReturnType<typeof createActing>,
) {
  const { config, store, logger, providers } = options;
  const access = ExposureAccess.create(options);
  const entities = EntityDirectory.create(options);
  const presenter = new ExposurePresenter({
    decisions: acting.decisions,
    requests: RequestedChanges.create({
      store: DatabaseRequestStore.create(options),
    }),
    providers,
    accountNames: config.accountNames,
    allowUnconfirmedClaims: config.decisions.dangerouslyAllowUnconfirmedClaims,
    logger,
  });
  return {
    ...{ store, entities, access, presenter, logger },
    visibility: ExposureVisibility.create({ entities, access }),
    views: ViewLog.create({ store, changes: acting.changes, logger }),
    pollInterval: config.changes.pollInterval,
  };
}

/** What answers, behind permissions. @internal */
function createAnswering(
  options: CreateServicesOptions,
  acting: ReturnType<typeof createActing>,
): Omit<RouteDeps, 'auditor' | 'httpAuth' | 'logger'> {
  const { config, store, providers, onChanges } = options;
  const shared = createShared(options, acting);
  return {
    entityPages: AuthorizedEntityPageService.create({
      ...shared,
      claims: options.claims,
    }),
    summaries: AuthorizedSummaryService.create(shared),
    exposures: AuthorizedExposureService.create(shared),
    listings: AuthorizedListingService.create(shared),
    unclaimed: AuthorizedUnclaimedService.create({
      ...shared,
      providers,
      costs: new CostEstimator(config.costs),
    }),
    refreshing: AuthorizedRefreshService.create({
      ...shared,
      observation: options.observation,
      providers,
      allowUnconfirmedClaims:
        config.decisions.dangerouslyAllowUnconfirmedClaims,
    }),
    decisions: AuthorizedDecisionService.create({
      ...shared,
      decisions: acting.deciding,
      exposures: store,
    }),
    changes: AuthorizedChangeService.create({
      ...shared,
      claims: options.claims,
      store: acting.changes,
      reader: acting.reader,
      onChanges,
    }),
    clusters: AuthorizedClusterService.create({
      ...shared,
      clusters: config.clusters,
    }),
    manifests: AuthorizedManifestService.create({
      ...shared,
      integrations: acting.integrations,
      manifests: ManifestReader.create(options),
    }),
  };
}

/** Makes everything behind the routes, the actions and the tasks. @internal */
export function createServices(options: CreateServicesOptions) {
  const { auditor, logger } = options;
  const acting = createActing(options);
  const routes = createAnswering(options, acting);
  return {
    routes,
    tasks: acting,
    registerActions(actionsRegistry: ActionsRegistryService): void {
      const common = { actionsRegistry, auditor, logger };
      createGetEntityExposuresAction({ ...common, ...routes });
      createListPendingConnectionsAction({ ...common, ...routes });
      createDecideConnectionAction({ ...common, ...routes });
    },
  };
}
