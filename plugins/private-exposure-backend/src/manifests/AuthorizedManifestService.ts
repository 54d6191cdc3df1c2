import { NotAllowedError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import {
  exposureReadPermission,
  type ManifestService,
} from '@postern/backstage-plugin-private-exposure-common';
import { type EntityDirectory, ownersIn } from '../entities/EntityDirectory';
import type { Caller } from '../exposures/Caller';
import { readsEntity } from '../exposures/readsEntity';
import type { ExposureAccess } from '../permissions/ExposureAccess';
import { findService, type WantedService } from './findService';
import { locateManifest } from './locateManifest';
import type { ManifestReader } from './ManifestReader';

/** What {@link AuthorizedManifestService} needs. @internal */
export interface AuthorizedManifestServiceOptions {
  /** Who sees and owns entities. */
  entities: EntityDirectory;
  /** Asks the policy. */
  access: ExposureAccess;
  /** The Git hosts that the portal knows. */
  integrations: ScmIntegrationRegistry;
  /** Reads from them. */
  manifests: Pick<ManifestReader, 'read'>;
}

/**
 * What the manifests of an entity's repository say of a Service, for callers who may read the entity's exposures.
 *
 * @remarks
 * The portal may read more of a Git host than the caller. So the repository is the one that the catalog names, and of its
 * files one Service is told, which whoever runs a template sees as well.
 *
 * @internal
 */
export class AuthorizedManifestService {
  readonly #options: AuthorizedManifestServiceOptions;

  private constructor(options: AuthorizedManifestServiceOptions) {
    this.#options = options;
  }

  static create(
    options: AuthorizedManifestServiceOptions,
  ): AuthorizedManifestService {
    return new AuthorizedManifestService(options);
  }

  /**
   * One Service of a manifest, as the default branch has it.
   *
   * @param wanted.path - inside the entity's folder
   * @throws NotFoundError if the caller does not see the entity; NotAllowedError if they may not read its exposures
   */
  async getService(
    entityRef: string,
    wanted: WantedService & { path: string },
    { credentials }: Caller,
  ): Promise<ManifestService> {
    const { entities, access, integrations, manifests } = this.#options;
    const [entity, granted] = await Promise.all([
      entities.getVisible(entityRef, credentials),
      access.of(credentials, [exposureReadPermission]),
    ]);
    if (!readsEntity(granted, entityRef, ownersIn(entity))) {
      throw new NotAllowedError(
        `You may not read the exposures of '${entityRef}'`,
      );
    }
    const location = locateManifest(entity, wanted.path, integrations);
    if (!location) return { state: 'unreadable', reason: 'no-repository' };
    const { url, ...place } = location;
    if (!url) return { state: 'unreadable', reason: 'unknown-host', ...place };
    const read = await manifests.read(url);
    const outcome =
      read.state === 'read' ? findService(read.text, wanted) : read;
    return { ...outcome, ...place };
  }
}
