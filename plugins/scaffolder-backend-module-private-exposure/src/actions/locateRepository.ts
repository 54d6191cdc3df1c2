import { parseEntityRef } from '@backstage/catalog-model';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { z as zod } from 'zod/v3';
import { resolveEntity } from '../catalog/resolveEntity';
import { findRepository } from '../repositories/findRepository';
import { unclaimedChangeInputs } from './inputProperties';
import { examples } from './locateRepository.examples';

type Zod = typeof zod;

/** What {@link createLocateRepositoryAction} uses. @public */
export interface LocateRepositoryActionOptions {
  /** Asked with the credentials of the person who started the template. */
  catalog: CatalogService;
  /** The Git hosts that the portal knows. */
  integrations: ScmIntegrationRegistry;
}

/** What the steps after it need of a repository. */
const repositoryOutputs = {
  entityRef: (z: Zod) =>
    z
      .string({
        description:
          'The entity, in canonical form; missing where none is given.',
      })
      .optional(),
  name: (z: Zod) => z.string({ description: "The entity's name." }).optional(),
  pagePath: (z: Zod) =>
    z
      .string({
        description:
          "Path of the entity's page in the portal, for links in a template's output.",
      })
      .optional(),
  repoUrl: (z: Zod) =>
    z.string({ description: 'The repository, for `publish:*`.' }),
  fetchUrl: (z: Zod) =>
    z.string({ description: 'The repository, for `fetch:plain`.' }),
  slug: (z: Zod) => z.string({ description: '`<owner>/<repository>`.' }),
  path: (z: Zod) =>
    z.string({
      description:
        "The entity's folder in the repository, or that of the given address; may be empty.",
    }),
};

/**
 * Creates `private-exposure:repository:locate`: finds the repository of an entity, so that a form needs to ask for it
 * only where the manifests live elsewhere. Changes nothing.
 *
 * @public
 */
export function createLocateRepositoryAction(
  options: LocateRepositoryActionOptions,
) {
  const { catalog, integrations } = options;
  return createTemplateAction({
    id: 'private-exposure:repository:locate',
    description:
      "Finds the Git repository of an entity, from its source location or its 'github.com/project-slug' annotation, or the one that is given for what no entity claims.",
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        entityRef: unclaimedChangeInputs.entityRef,
        repoUrl: z =>
          z
            .string({
              description:
                'A repository to use instead: its address, or `<host>?owner=<owner>&repo=<repo>` as RepoUrlPicker gives it.',
            })
            .optional(),
      },
      output: repositoryOutputs,
    },
    async handler(ctx) {
      const { entityRef, repoUrl } = ctx.input;
      const found = entityRef
        ? await resolveEntity({
            ...{ catalog, entityRef, field: 'entityRef' },
            credentials: await ctx.getInitiatorCredentials(),
          })
        : undefined;
      const repository = findRepository({
        ...{ entity: found?.entity, repoUrl, integrations },
      });
      ctx.logger.info(
        `${found?.entityRef ?? 'what no entity claims'} is in ${
          repository.slug
        }`,
      );
      if (found) {
        ctx.output('entityRef', found.entityRef);
        ctx.output('name', found.entity.metadata.name);
        ctx.output('pagePath', toPagePath(found.entityRef));
      }
      ctx.output('repoUrl', repository.repoUrl);
      ctx.output('fetchUrl', repository.fetchUrl);
      ctx.output('slug', repository.slug);
      ctx.output('path', repository.path);
    },
  });
}

/** Where the catalog has an entity's page, unless an app moved it. */
function toPagePath(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const parts = [namespace, kind, name].map(encodeURIComponent);
  return `/catalog/${parts.join('/')}`;
}
