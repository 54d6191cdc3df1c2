import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  awsCloudFrontIntentSchema,
  buildAwsCloudFront,
  declaresUsEast1,
  parseIntent,
  type AwsCloudFrontInput,
} from '@postern/backstage-plugin-private-exposure-manifests';
import { resolveEntity } from '../catalog/resolveEntity';
import { finishChange } from '../changes/finishChange';
import { getAwsClusterProfile } from '../config';
import { toCloudFrontInput } from '../intents/toCloudFrontInput';
import { readExisting } from '../workspace/readExisting';
import { readFilesBeside } from '../workspace/readFilesBeside';
import { cloudFrontInputs } from './cloudFrontInput';
import { examples } from './generateAwsCloudFront.examples';
import {
  clusterInput,
  entityRefInput,
  folderInput,
  reasonInput,
  sourcePathInput,
  targetPathInput,
} from './inputProperties';
import { changeOutputs } from './outputProperties';
import {
  refusalsAsInputErrors,
  type FieldNames,
} from './refusalsAsInputErrors';
import type { TagOwnerActionOptions } from './TagOwnerActionOptions';

/** What the actions' input calls fields of the intent. @internal */
export const cloudFrontFields: FieldNames = [
  [/^paths(\[\d+\])\.path/, 'paths$1'],
  [/^origin\.vpc/, 'cluster (vpcId of its profile)'],
  [/^origin\.subnets.*/, 'cluster (subnets of its profile)'],
  [/^origin\.route\.(ingress|route)\.name/, 'origin.route.name'],
  [/^origin\.route\.(ingress|route)\.namespace/, 'service.namespace'],
  [/^entrance\.path/, 'origin.route.path'],
];

/** The part of an action's context that {@link readCloudFrontFiles} uses. */
interface FilesContext {
  workspacePath: string;
  input: { sourcePath?: string };
}

/**
 * Reads what a publication may have to edit, and whether the Terraform module has a provider for us-east-1 already.
 *
 * @throws InputError naming the field when a file can't be read.
 *
 * @internal
 */
export async function readCloudFrontFiles(
  { workspacePath, input: { sourcePath } }: FilesContext,
  { manifest, infrastructure, origin }: AwsCloudFrontInput,
): Promise<{ existing: Record<string, string>; usEast1Declared: boolean }> {
  const beside = (path: string, field: string, extensions: string[]) =>
    readFilesBeside({ workspacePath, sourcePath, path, field }, extensions);
  const { path, format } = infrastructure;
  const module = await beside(
    path,
    'infrastructure.path',
    format === 'terraform' ? ['.tf'] : ['.json', '.yaml', '.yml'],
  );
  const routes =
    origin.type === 'public-entrance'
      ? await beside(origin.route.path, 'origin.route.path', ['.yaml', '.yml'])
      : {};
  return {
    existing: {
      ...module,
      ...routes,
      ...(await readExisting(workspacePath, sourcePath, {
        'manifest.path': manifest.path,
      })),
    },
    usEast1Declared: declaresUsEast1(path, module),
  };
}

/**
 * Creates `private-exposure:aws-cloudfront:generate`: writes the manifest and the infrastructure code that publish a
 * service through CloudFront and AWS WAF.
 *
 * @public
 */
export function createGenerateAwsCloudFrontAction(
  options: TagOwnerActionOptions,
) {
  const { catalog, clusters, ownerTag } = options;
  return createTemplateAction({
    id: 'private-exposure:aws-cloudfront:generate',
    description:
      'Writes a CloudFront distribution with its certificate, names and firewall, and the way to the service: an internal load balancer that nobody else reaches, or the cluster’s public entrance.',
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
        ...cloudFrontInputs,
      },
      output: changeOutputs,
    },
    async handler(ctx) {
      const { input } = ctx;
      const { entityRef, entity } = await resolveEntity({
        catalog,
        credentials: await ctx.getInitiatorCredentials(),
        entityRef: input.entityRef,
        field: 'entityRef',
      });
      const profile = getAwsClusterProfile(clusters, input.cluster);
      const { built, name } = await refusalsAsInputErrors(async () => {
        const intent = toCloudFrontInput({
          ...{ entityRef, ownerTag, profile, input },
          entityName: entity.metadata.name,
        });
        // Before any file is read, so that a bad name is blamed and not the path made of it.
        parseIntent(awsCloudFrontIntentSchema, intent);
        const { existing, usEast1Declared } = await readCloudFrontFiles(
          ctx,
          intent,
        );
        return {
          built: buildAwsCloudFront(
            { ...intent, usEast1Declared },
            { existing, clusterProfile: profile },
          ),
          name: intent.name,
        };
      }, cloudFrontFields);
      await finishChange(ctx, {
        built,
        branchName: `private-exposure/publish-${name}`,
        targetPath: input.targetPath,
      });
    },
  });
}
