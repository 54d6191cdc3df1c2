import { NotFoundError } from '@backstage/errors';
import {
  type Cluster,
  clusterReadPermission,
} from '@postern/backstage-plugin-private-exposure-common';
import type { Caller } from '../exposures/Caller';
import type { ExposureAccess } from '../permissions/ExposureAccess';
import type { ClusterSettings } from './ClusterSettings';

/** What {@link AuthorizedClusterService} needs. @internal */
export interface AuthorizedClusterServiceOptions {
  /** The clusters of the configuration. */
  clusters: ClusterSettings;
  /** Asks the policy. */
  access: ExposureAccess;
}

/**
 * What manifests will meet in a cluster, for callers who may know.
 *
 * @internal
 */
export class AuthorizedClusterService {
  readonly #options: AuthorizedClusterServiceOptions;

  private constructor(options: AuthorizedClusterServiceOptions) {
    this.#options = options;
  }

  static create(
    options: AuthorizedClusterServiceOptions,
  ): AuthorizedClusterService {
    return new AuthorizedClusterService(options);
  }

  /**
   * All clusters with their profiles, by name.
   *
   * @throws NotAllowedError without `cluster.read`
   */
  async listClusters({ credentials }: Caller): Promise<Cluster[]> {
    const { clusters, access } = this.#options;
    await access.require(credentials, clusterReadPermission);
    return [...clusters]
      .map(([name, profile]) => ({ name, profile }))
      .sort((a, b) => a.name.localeCompare(b.name));
  }

  /**
   * The profile of one cluster.
   *
   * @throws NotAllowedError without `cluster.read`; NotFoundError if no profile has the name
   */
  async getCluster(name: string, { credentials }: Caller): Promise<Cluster> {
    const { clusters, access } = this.#options;
    await access.require(credentials, clusterReadPermission);
    const profile = clusters.get(name);
    if (!profile) {
      throw new NotFoundError(
        `No cluster '${name}' in 'privateExposure.clusters'`,
      );
    }
    return { name, profile };
  }
}
