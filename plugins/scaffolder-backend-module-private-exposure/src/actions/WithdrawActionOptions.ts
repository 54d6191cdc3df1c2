import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** What the actions that take an exposure back use. @public */
export interface WithdrawActionOptions {
  /** Makes a token for the private exposure backend, in the name of the person who started the template. */
  auth: AuthService;
  /** Asked with the credentials of the person who started the template. */
  catalog: CatalogService;
  /** Finds the private exposure backend. */
  discovery: DiscoveryService;
}
