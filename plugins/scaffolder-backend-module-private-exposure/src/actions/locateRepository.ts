import { parseEntityRef } from '@backstage/catalog-model';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { z as zod } from 'zod/v3';
import { resolveEntity } from '../catalog/resolveEntity';
import { findRepository } from '../repositories/findRepository';
import { entityRefInput } from './inputProperties';
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
    z.string({ description: 'The entity, in canonical form.' }),
  name: (z: Zod) => z.string({ description: "The entity's name." }),
  pagePath: (z: Zod) =>
    z.string({
      description:
        "Path of the entity's page in the portal, for links in a template's output.",
    }),
  repoUrl: (z: Zod) =>
    z.string({ description: 'The repository, for `publish:*`.' }),
  fetchUrl: (z: Zod) =>
    z.string({ description: 'The repository, for `fetch:plain`.' }),
  slug: (z: Zod) => z.string({ description: '`<owner>/<repository>`.' }),
  path: (z: Zod) =>
    z.string({
      description: "The entity's folder in the repository; may be empty.",
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
      "Finds the Git repository of an entity, from its source location or its 'github.com/project-slug' annotation.",
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        entityRef: entityRefInput,
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
      const { entityRef, entity } = await resolveEntity({
        catalog,
        credentials: await ctx.getInitiatorCredentials(),
        entityRef: ctx.input.entityRef,
        field: 'entityRef',
      });
      const repository = findRepository({
        entity,
        entityRef,
        repoUrl: ctx.input.repoUrl,
        integrations,
      });
      ctx.logger.info(`${entityRef} is in ${repository.slug}`);
      ctx.output('entityRef', entityRef);
      ctx.output('name', entity.metadata.name);
      ctx.output('pagePath', toPagePath(entityRef));
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
