import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  awsCloudFrontIntentSchema,
  buildCloudFrontMigration,
  parseIntent,
  toCloudFrontInput,
  toPublicRoute,
  type CloudFrontMigrationInput,
} from '@postern/backstage-plugin-private-exposure-manifests';
import type { z as zod } from 'zod/v3';
import { makeChange } from '../changes/makeChange';
import { getAwsClusterProfile } from '../config';
import {
  readCloudFrontFiles,
  type FilesContext,
} from '../workspace/readCloudFrontFiles';
import { readExisting } from '../workspace/readExisting';
import { readFilesBeside } from '../workspace/readFilesBeside';
import { cloudFrontInputs } from './cloudFrontInput';
import { publicRouteInput } from './cloudFrontOriginInput';
import { cloudFrontFields } from './generateAwsCloudFront';
import { changeInputs, clusterInput } from './inputProperties';
import { examples } from './migrateAwsCloudFront.examples';
import { changeOutputs } from './outputProperties';
import type { FieldNames } from './refusalsAsInputErrors';
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

/** Reads what a step may have to edit, with the routes that may stand beside that of the service. */
async function readMigrationFiles(
  ctx: FilesContext,
  { route, entranceService, published }: CloudFrontMigrationInput,
): Promise<Record<string, string>> {
  const { workspacePath, input } = ctx;
  const { sourcePath } = input;
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
  return { ...routes, ...entrance, ...existing };
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
        ...changeInputs,
        cluster: clusterInput,
        step: stepInput,
        ...{ name, hostNames, paths, port, service, manifest, origin },
        route: publicRouteInput,
        entranceService: entranceServiceInput,
        infrastructure,
      },
      output: changeOutputs,
    },
    handler: ctx =>
      makeChange(ctx, {
        ...{ catalog, fields },
        async build({ entityRef, entityName }) {
          const { input } = ctx;
          const { folder, step, entranceService } = input;
          const profile = getAwsClusterProfile(clusters, input.cluster);
          const published = toCloudFrontInput({
            ...{ entityRef, entityName, ownerTag, profile, request: input },
          });
          // Before any file is read, so that a bad name is blamed and not the path made of it.
          const checked = parseIntent(awsCloudFrontIntentSchema, published);
          const route = toPublicRoute(input.route, {
            ...{ folder, service: checked.service },
          });
          const migration = { step, route, entranceService, published };
          const existing = await readMigrationFiles(ctx, migration);
          return {
            built: buildCloudFrontMigration(migration, {
              ...{ existing, clusterProfile: profile },
            }),
            branchName: `private-exposure/migrate-${published.name}-${step}`,
          };
        },
      }),
  });
}
