import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  awsPublicEntranceIntentSchema,
  buildAwsPublicEntrance,
  parseIntent,
} from '@postern/backstage-plugin-private-exposure-manifests';
import { resolveEntity } from '../catalog/resolveEntity';
import { finishChange } from '../changes/finishChange';
import { getAwsClusterProfile } from '../config';
import { toEntranceInput } from '../intents/toEntranceInput';
import { readExisting } from '../workspace/readExisting';
import { entrancePreparationInputs } from './entrancePreparationInput';
import {
  clusterInput,
  entityRefInput,
  folderInput,
  reasonInput,
  sourcePathInput,
  targetPathInput,
} from './inputProperties';
import { changeOutputs } from './outputProperties';
import { examples } from './prepareAwsEntrance.examples';
import {
  refusalsAsInputErrors,
  type FieldNames,
} from './refusalsAsInputErrors';
import type { TagOwnerActionOptions } from './TagOwnerActionOptions';

/** What the action's input calls fields of the intent. */
const fields: FieldNames = [
  [/^vpc/, 'cluster (vpcId of its profile)'],
  [/^subnets.*/, 'cluster (subnets of its profile)'],
  [/^externalDnsPrefix/, 'cluster (externalDnsPrefix of its profile)'],
  [/^externalDns\.serviceAccount\.name$/, 'externalDns.serviceAccount'],
  [/^externalDns\.serviceAccount\.namespace/, 'externalDns.namespace'],
  [/^manifest\.path/, 'manifestPath'],
];

/**
 * Creates `private-exposure:aws-cloudfront:prepare-entrance`: writes a cluster's one public entrance, for services that
 * CloudFront does not reach inside the VPC.
 *
 * @public
 */
export function createPrepareAwsEntranceAction(options: TagOwnerActionOptions) {
  const { catalog, clusters, ownerTag } = options;
  return createTemplateAction({
    id: 'private-exposure:aws-cloudfront:prepare-entrance',
    description:
      "Writes, once for a cluster, the public entrance that CloudFront asks for all of its services: a Service with a name that external-dns keeps, a security group that lets in CloudFront alone, and external-dns's role for one zone.",
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
        ...entrancePreparationInputs,
      },
      output: changeOutputs,
    },
    async handler(ctx) {
      const { input, workspacePath } = ctx;
      const { entityRef } = await resolveEntity({
        catalog,
        credentials: await ctx.getInitiatorCredentials(),
        entityRef: input.entityRef,
        field: 'entityRef',
      });
      const clusterProfile = getAwsClusterProfile(clusters, input.cluster);
      const intent = toEntranceInput({
        ...{ entityRef, ownerTag, input, profile: clusterProfile },
      });
      const built = await refusalsAsInputErrors(async () => {
        // Before any file is read, so that a bad name is blamed and not the path made of it.
        parseIntent(awsPublicEntranceIntentSchema, intent);
        const existing = await readExisting(workspacePath, input.sourcePath, {
          manifestPath: intent.manifest.path,
          'infrastructure.path': intent.infrastructure.path,
        });
        return buildAwsPublicEntrance(intent, { existing, clusterProfile });
      }, fields);
      await finishChange(ctx, {
        built,
        branchName: `private-exposure/entrance-${intent.cluster}`,
        targetPath: input.targetPath,
      });
    },
  });
}
