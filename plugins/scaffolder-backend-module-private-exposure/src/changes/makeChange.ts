import type { Entity } from '@backstage/catalog-model';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { BuildResult } from '@postern/backstage-plugin-private-exposure-manifests';
import {
  refusalsAsInputErrors,
  type FieldNames,
} from '../actions/refusalsAsInputErrors';
import { resolveEntity } from '../catalog/resolveEntity';
import { finishChange, type ChangeContext } from './finishChange';

/** The part of an action's context that {@link makeChange} uses. @internal */
export interface MakeChangeContext extends ChangeContext {
  input: { entityRef: string; targetPath?: string };
  getInitiatorCredentials(): Promise<BackstageCredentials>;
}

/** Whom a change is for. @internal */
export interface ChangeOwner {
  /** Reference of the entity, as the catalog has it. */
  entityRef: string;
  entity: Entity;
  entityName: string;
  /** Those of the person who started the template. */
  credentials: BackstageCredentials;
}

/**
 * What every action does that writes files for an entity: finds the entity as the person sees it, has the files built,
 * names fields as the action does where something is refused, and writes and puts out what was built.
 *
 * @throws InputError naming the input field, or the file, that can't be used.
 *
 * @internal
 */
export async function makeChange(
  ctx: MakeChangeContext,
  options: {
    catalog: CatalogService;
    /** The action's own names for fields of the intent, besides those that all actions share. */
    fields?: FieldNames;
    build: (
      owner: ChangeOwner,
    ) => Promise<{ built: BuildResult; branchName: string }>;
  },
): Promise<void> {
  const { catalog, fields, build } = options;
  const { targetPath } = ctx.input;
  const credentials = await ctx.getInitiatorCredentials();
  const { entityRef, entity } = await resolveEntity({
    ...{ catalog, credentials, field: 'entityRef' },
    entityRef: ctx.input.entityRef,
  });
  const entityName = entity.metadata.name;
  const { built, branchName } = await refusalsAsInputErrors(
    () => build({ entityRef, entity, entityName, credentials }),
    fields,
  );
  await finishChange(ctx, { built, branchName, targetPath });
}
