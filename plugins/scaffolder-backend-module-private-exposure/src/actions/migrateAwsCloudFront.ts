import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  awsCloudFrontIntentSchema,
  buildCloudFrontMigration,
  parseIntent,
} from '@postern/backstage-plugin-private-exposure-manifests';
import type { z as zod } from 'zod/v3';
import { resolveEntity } from '../catalog/resolveEntity';
import { finishChange } from '../changes/finishChange';
import { getAwsClusterProfile } from '../config';
import { toCloudFrontInput } from '../intents/toCloudFrontInput';
import { toPublicRoute } from '../intents/toPublicRoute';
import { readExisting } from '../workspace/readExisting';
import { readFilesBeside } from '../workspace/readFilesBeside';
import { cloudFrontInputs } from './cloudFrontInput';
import { publicRouteInput } from './cloudFrontOriginInput';
import { cloudFrontFields, readCloudFrontFiles } from './generateAwsCloudFront';
import {
  clusterInput,
  entityRefInput,
  folderInput,
  reasonInput,
  sourcePathInput,
  targetPathInput,
} from './inputProperties';
import { examples } from './migrateAwsCloudFront.examples';
import { changeOutputs } from './outputProperties';
import {
  refusalsAsInputErrors,
  type FieldNames,
} from './refusalsAsInputErrors';
import type { TagOwnerActionOptions } from './TagOwnerActionOptions';

type Zod = typeof zod;

const fields: FieldNames = [
  ...cloudFrontFields,
  [/^published\./, ''],
  [/^route\.(ingress|route)\.name/, 'route.name'],
  [/^route\.(ingress|route)\.namespace/, 'service.namespace'],
];

const {
  name,
  hostNames,
  paths,
  port,
  service,
  manifest,
  origin,
  infrastructure,
} = cloudFrontInputs;

function stepInput(z: Zod) {
  return z.enum(['create-vpc-origin', 'switch-origin', 'remove-entrance'], {
    description:
      'Which step, in this order: `create-vpc-origin` makes the internal load balancer and the VPC origin, `switch-origin` has the distribution ask it, `remove-entrance` removes the route at the public entrance. Each has to be merged and applied before the next.',
  });
}

function entranceServiceInput(z: Zod) {
  return z
    .object(
      { path: z.string(), name: z.string(), namespace: z.string() },
      {
        description:
          'Manifest, name and namespace of the entrance’s own Service, where nobody else needs it any more; it stays unless given.',
      },
    )
    .optional();
}

/**
 * Creates `private-exposure:aws-cloudfront:migrate`: writes one step from the public entrance to a VPC origin. A step that
 * the files have behind them leaves no file to write.
 *
 * @public
 */
export function createMigrateAwsCloudFrontAction(
  options: TagOwnerActionOptions,
) {
  const { catalog, clusters, ownerTag } = options;
  return createTemplateAction({
    id: 'private-exposure:aws-cloudfront:migrate',
    description:
      'Writes one step that moves a published service from the cluster’s public entrance to a VPC origin: make the new way, switch the distribution, remove the public one.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        entityRef: entityRefInput,
        cluster: clusterInput,
        reason: reasonInput,
        sourcePath: sourcePathInput,
        targetPath: targetPathInput,
        folder: folderInput,
        step: stepInput,
        ...{ name, hostNames, paths, port, service, manifest, origin },
        route: publicRouteInput,
        entranceService: entranceServiceInput,
        infrastructure,
      },
      output: changeOutputs,
    },
    async handler(ctx) {
      const { input, workspacePath } = ctx;
      const { sourcePath, step, entranceService } = input;
      const { entityRef, entity } = await resolveEntity({
        catalog,
        credentials: await ctx.getInitiatorCredentials(),
        entityRef: input.entityRef,
        field: 'entityRef',
      });
      const profile = getAwsClusterProfile(clusters, input.cluster);
      const { built, of } = await refusalsAsInputErrors(async () => {
        const published = toCloudFrontInput({
          ...{ entityRef, ownerTag, profile, input },
          entityName: entity.metadata.name,
        });
        // Before any file is read, so that a bad name is blamed and not the path made of it.
        const { service: found } = parseIntent(
          awsCloudFrontIntentSchema,
          published,
        );
        const route = toPublicRoute(input.route, {
          folder: input.folder,
          service: found,
        });
        const { existing } = await readCloudFrontFiles(ctx, published);
        const routes = await readFilesBeside(
          { workspacePath, sourcePath, path: route.path, field: 'route.path' },
          ['.yaml', '.yml'],
        );
        const entrance = await readExisting(workspacePath, sourcePath, {
          ...(entranceService
            ? { 'entranceService.path': entranceService.path }
            : {}),
        });
        return {
          built: buildCloudFrontMigration(
            { step, route, entranceService, published },
            {
              existing: { ...routes, ...entrance, ...existing },
              clusterProfile: profile,
            },
          ),
          of: published.name,
        };
      }, fields);
      await finishChange(ctx, {
        built,
        branchName: `private-exposure/migrate-${of}-${step}`,
        targetPath: input.targetPath,
      });
    },
  });
}
