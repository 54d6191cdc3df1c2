import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { BuildResult } from '@postern/backstage-plugin-private-exposure-manifests';
import {
  refusalsAsInputErrors,
  type FieldNames,
} from '../actions/refusalsAsInputErrors';
import { resolveEntity } from '../catalog/resolveEntity';
import { finishChange, type ChangeContext } from './finishChange';

/** The part of an action's context that {@link makeUnclaimedChange} uses. @internal */
export interface MakeUnclaimedChangeContext extends ChangeContext {
  input: { entityRef?: string; targetPath?: string };
  getInitiatorCredentials(): Promise<BackstageCredentials>;
}

/** Whom a change is for; nothing where no entity claims what it is about. @internal */
export interface PossibleOwner {
  /** Reference of the entity, as the catalog has it. */
  entityRef?: string;
  entityName?: string;
}

/**
 * What an action does that writes files for an entity, or for what no entity claims: the same as `makeChange`, but that
 * the entity may be left out.
 *
 * @throws InputError naming the input field, or the file, that can't be used.
 *
 * @internal
 */
export async function makeUnclaimedChange(
  ctx: MakeUnclaimedChangeContext,
  options: {
    catalog: CatalogService;
    /** The action's own names for fields of the intent, besides those that all actions share. */
    fields?: FieldNames;
    build: (
      owner: PossibleOwner,
    ) => Promise<{ built: BuildResult; branchName: string }>;
  },
): Promise<void> {
  const { catalog, fields, build } = options;
  const { entityRef, targetPath } = ctx.input;
  const found = entityRef
    ? await resolveEntity({
        ...{ catalog, entityRef, field: 'entityRef' },
        credentials: await ctx.getInitiatorCredentials(),
      })
    : undefined;
  const owner = {
    entityRef: found?.entityRef,
    entityName: found?.entity.metadata.name,
  };
  const { built, branchName } = await refusalsAsInputErrors(
    () => build(owner),
    fields,
  );
  await finishChange(ctx, { built, branchName, targetPath });
}
