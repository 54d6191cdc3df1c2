import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  awsPublicEntranceIntentSchema,
  buildAwsPublicEntrance,
  parseIntent,
} from '@postern/backstage-plugin-private-exposure-manifests';
import { makeChange } from '../changes/makeChange';
import { getAwsClusterProfile } from '../config';
import { toEntranceInput } from '../intents/toEntranceInput';
import { readExisting } from '../workspace/readExisting';
import { entrancePreparationInputs } from './entrancePreparationInput';
import { changeInputs, clusterInput } from './inputProperties';
import { changeOutputs } from './outputProperties';
import { examples } from './prepareAwsEntrance.examples';
import type { FieldNames } from './refusalsAsInputErrors';
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
        ...changeInputs,
        cluster: clusterInput,
        ...entrancePreparationInputs,
      },
      output: changeOutputs,
    },
    handler: ctx =>
      makeChange(ctx, {
        ...{ catalog, fields },
        async build({ entityRef }) {
          const { input, workspacePath } = ctx;
          const clusterProfile = getAwsClusterProfile(clusters, input.cluster);
          const intent = toEntranceInput({
            ...{ entityRef, ownerTag, input, profile: clusterProfile },
          });
          // Before any file is read, so that a bad name is blamed and not the path made of it.
          parseIntent(awsPublicEntranceIntentSchema, intent);
          const existing = await readExisting(workspacePath, input.sourcePath, {
            manifestPath: intent.manifest.path,
            'infrastructure.path': intent.infrastructure.path,
          });
          return {
            built: buildAwsPublicEntrance(intent, { existing, clusterProfile }),
            branchName: `private-exposure/entrance-${intent.cluster}`,
          };
        },
      }),
  });
}
