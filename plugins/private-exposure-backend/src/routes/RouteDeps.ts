import type {
  AuditorService,
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { AuthorizedChangeService } from '../changes/AuthorizedChangeService';
import type { AuthorizedClusterService } from '../clusters/AuthorizedClusterService';
import type { DecisionService } from '../decisions/DecisionService';
import type { AuthorizedEntityPageService } from '../exposures/AuthorizedEntityPageService';
import type { AuthorizedExposureService } from '../exposures/AuthorizedExposureService';
import type { AuthorizedListingService } from '../exposures/AuthorizedListingService';
import type { AuthorizedRefreshService } from '../exposures/AuthorizedRefreshService';
import type { AuthorizedSummaryService } from '../exposures/AuthorizedSummaryService';
import type { AuthorizedUnclaimedService } from '../exposures/AuthorizedUnclaimedService';
import type { AuthorizedManifestService } from '../manifests/AuthorizedManifestService';

/** What the routes need: services that ask for permissions themselves. @internal */
export interface RouteDeps {
  /** Where events go. */
  auditor: AuditorService;
  /** Told if an event cannot be written. */
  logger: LoggerService;
  /** Says who calls. */
  httpAuth: HttpAuthService;
  /** Pages of entities. */
  entityPages: AuthorizedEntityPageService;
  /** Many entities at once. */
  summaries: AuthorizedSummaryService;
  /** Single exposures. */
  exposures: AuthorizedExposureService;
  /** Inventory, inbox and sources. */
  listings: AuthorizedListingService;
  /** What no entity claims. */
  unclaimed: AuthorizedUnclaimedService;
  /** Looking again. */
  refreshing: AuthorizedRefreshService;
  /** Verdicts. */
  decisions: DecisionService;
  /** Pull requests. */
  changes: AuthorizedChangeService;
  /** What manifests will meet. */
  clusters: AuthorizedClusterService;
  /** What they say already. */
  manifests: AuthorizedManifestService;
}
