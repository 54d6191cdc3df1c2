import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { quoteForMessage } from '@postern/backstage-plugin-private-exposure-manifests';

/** What {@link resolveEntity} needs to know. @internal */
export interface ResolveEntityOptions {
  /** The catalog, asked with the credentials below and no others. */
  catalog: CatalogService;
  /** The person who started the template: an entity that they may not read does not exist for them. */
  credentials: BackstageCredentials;
  /** The reference as it was typed; the kind defaults to `component`, the namespace to `default`. */
  entityRef: string;
  /** The input field that the reference came from, for the error message. */
  field: string;
}

/** An entity that exists, with its reference in canonical form. @internal */
export interface ResolvedEntity {
  /** For example `component:default/payments`. */
  entityRef: string;
  /** The entity as the catalog returned it. */
  entity: Entity;
}

/**
 * Finds the entity that an input field names. What comes out is the reference of the entity that was found, never the
 * text that was typed, so that it can go into tags and pull requests as it is.
 *
 * @throws InputError when the reference is malformed, or when no such entity exists for the person.
 *
 * @internal
 */
export async function resolveEntity(
  options: ResolveEntityOptions,
): Promise<ResolvedEntity> {
  const { catalog, credentials, field } = options;
  const reference = readReference(options.entityRef, field);
  const entity = await catalog.getEntityByRef(reference, { credentials });
  if (!entity) {
    throw new InputError(
      `${field}: there is no entity ${quoteForMessage(
        reference,
      )} in the catalog that you can see. Choose one from the list.`,
    );
  }
  return { entityRef: stringifyEntityRef(entity), entity };
}

function readReference(entityRef: string, field: string): string {
  try {
    return stringifyEntityRef(
      parseEntityRef(entityRef, {
        defaultKind: 'component',
        defaultNamespace: 'default',
      }),
    );
  } catch {
    // The parser's own message repeats what was typed, line ends included.
    throw new InputError(
      `${field}: not an entity reference; write it like 'component:default/payments'`,
    );
  }
}
