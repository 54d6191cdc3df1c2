import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  awsCloudFrontIntentSchema,
  buildAwsCloudFront,
  parseIntent,
  toCloudFrontInput,
} from '@postern/backstage-plugin-private-exposure-manifests';
import { makeChange } from '../changes/makeChange';
import { getAwsClusterProfile } from '../config';
import { readCloudFrontFiles } from '../workspace/readCloudFrontFiles';
import { cloudFrontInputs } from './cloudFrontInput';
import { examples } from './generateAwsCloudFront.examples';
import { changeInputs, clusterInput } from './inputProperties';
import { changeOutputs } from './outputProperties';
import type { FieldNames } from './refusalsAsInputErrors';
import type { TagOwnerActionOptions } from './TagOwnerActionOptions';

/** What the actions' input calls fields of the intent. @internal */
export const cloudFrontFields: FieldNames = [
  [/^paths(\[\d+\])\.path/, 'paths$1'],
  [/^origin\.vpc/, 'cluster (vpcId of its profile)'],
  [/^origin\.subnets.*/, 'cluster (subnets of its profile)'],
  [/^origin\.route\.(ingress|route)\.name/, 'origin.route.name'],
  [/^origin\.route\.(ingress|route)\.namespace/, 'service.namespace'],
  [/^origin\.route\.certificateArn/, 'origin.certificateArn'],
  [/^entrance\.path/, 'origin.route.path'],
];

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
        ...changeInputs,
        cluster: clusterInput,
        ...cloudFrontInputs,
      },
      output: changeOutputs,
    },
    handler: ctx =>
      makeChange(ctx, {
        ...{ catalog, fields: cloudFrontFields },
        async build({ entityRef, entityName }) {
          const { input: request } = ctx;
          const profile = getAwsClusterProfile(clusters, request.cluster);
          const intent = toCloudFrontInput({
            ...{ entityRef, entityName, ownerTag, profile, request },
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
            branchName: `private-exposure/publish-${intent.name}`,
          };
        },
      }),
  });
}
