import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ClusterProfiles } from '../config';

/** What the actions that write files use. @public */
export interface WriteFilesActionOptions {
  /** Asked with the credentials of the person who started the template. */
  catalog: CatalogService;
  /** The clusters that may be named. */
  clusters: ClusterProfiles;
}
