import { InputError } from '@backstage/errors';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { resourceAnnotations } from '@postern/backstage-plugin-private-exposure-common';
import {
  buildCatalogClaim,
  inFolder,
} from '@postern/backstage-plugin-private-exposure-manifests';
import { createHash } from 'node:crypto';
import { resolveEntity } from '../catalog/resolveEntity';
import { finishChange } from '../changes/finishChange';
import { readExisting } from '../workspace/readExisting';
import { examples } from './claimInCatalog.examples';
import { claimInputs, type ClaimInput } from './claimInput';
import {
  folderInput,
  reasonInput,
  sourcePathInput,
  targetPathInput,
} from './inputProperties';
import { changeOutputs } from './outputProperties';
import { refusalsAsInputErrors } from './refusalsAsInputErrors';

/** What {@link createClaimInCatalogAction} uses. @public */
export interface ClaimInCatalogActionOptions {
  /** Asked with the credentials of the person who started the template. */
  catalog: CatalogService;
  /** Key of the tag that confirms a claim; `backstage-entity-ref` unless given. */
  ownerTag?: string;
}

/**
 * Creates `private-exposure:catalog:claim`: has an entity claim a cloud resource that nobody claims, in its own catalog
 * file, or drafts a component that does. What is claimed already leaves no file to write.
 *
 * @public
 */
export function createClaimInCatalogAction(
  options: ClaimInCatalogActionOptions,
) {
  const { catalog, ownerTag } = options;
  return createTemplateAction({
    id: 'private-exposure:catalog:claim',
    description:
      "Adds the annotation that claims a cloud resource to a component's catalog file, or drafts a component with it.",
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        ...claimInputs,
        reason: reasonInput,
        sourcePath: sourcePathInput,
        targetPath: targetPathInput,
        folder: folderInput,
      },
      output: changeOutputs,
    },
    async handler(ctx) {
      const { input } = ctx;
      const credentials = await ctx.getInitiatorCredentials();
      const claimant = await findClaimant({ catalog, credentials, input });
      const path = inFolder(input.folder, input.path || 'catalog-info.yaml');
      const built = await refusalsAsInputErrors(async () =>
        buildCatalogClaim(
          {
            ...claimant,
            ...{ ownerTag, path, nativeId: input.nativeId },
            annotation: resourceAnnotations[input.kind],
            reason: input.reason || undefined,
          },
          {
            existing: await readExisting(ctx.workspacePath, input.sourcePath, {
              path,
            }),
          },
        ),
      );
      const id = createHash('sha256').update(input.nativeId).digest('hex');
      const name = claimant.entityRef.split('/')[1];
      await finishChange(ctx, {
        built,
        branchName: `private-exposure/claim-${name}-${id.slice(0, 12)}`,
        targetPath: input.targetPath,
      });
    },
  });
}

/** Who is to have it: an entity of the catalog, or a component that is not in it yet. */
async function findClaimant(options: {
  catalog: CatalogService;
  credentials: BackstageCredentials;
  input: ClaimInput;
}) {
  const { input, ...asked } = options;
  const { component } = input;
  if (Boolean(component) === Boolean(input.entityRef)) {
    throw new InputError(
      'entityRef: give either a component of the catalog, or `component` for one that is to be made',
    );
  }
  if (!component) {
    const { entityRef } = await resolveEntity({
      ...{ ...asked, field: 'entityRef' },
      entityRef: input.entityRef ?? '',
    });
    return { entityRef };
  }
  const { name, ...rest } = component;
  const owner = await resolveEntity({
    ...{ ...asked, field: 'component.owner' },
    entityRef: component.owner,
  });
  const entityRef = `component:default/${name.toLowerCase()}`;
  const { catalog, credentials } = options;
  if (await catalog.getEntityByRef(entityRef, { credentials })) {
    throw new InputError(
      `component.name: '${entityRef}' is in the catalog already; claim the resource for it, or choose another name`,
    );
  }
  const description = component.description || undefined;
  return {
    entityRef,
    component: { ...rest, description, owner: owner.entityRef },
  };
}
