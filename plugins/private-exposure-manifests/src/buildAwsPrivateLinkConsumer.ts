import { buildCloudFormationFile } from './builders/buildCloudFormationFile';
import { buildTerraformFile } from './builders/buildInfrastructure';
import {
  cloudFormationConsumer,
  endpointId,
} from './builders/cloudFormationConsumer';
import { terraformConsumer } from './builders/terraformConsumer';
import { BuildResult, ExistingFiles } from './builders/types';
import { describeConsumer } from './describe/describeConsumer';
import { findPrivateDnsRisk } from './findPrivateDnsRisk';
import {
  AwsPrivateLinkConsumerInput,
  awsPrivateLinkConsumerIntentSchema,
} from './intents/consumer';
import { parseIntent } from './intents/parseIntent';
import { lintManifests } from './linter/lintManifests';

/**
 * Builds the consumer's side of a private service: the interface endpoint and the security group that says who may use it.
 * Where the files are there, the private name alone may differ, and is switched in place.
 *
 * @throws {@link InvalidIntentError}, {@link UnsafeEditError}
 * @public
 */
export function buildAwsPrivateLinkConsumer(
  input: AwsPrivateLinkConsumerInput,
  options: { existing?: ExistingFiles } = {},
): BuildResult {
  const { existing = {} } = options;
  const intent = parseIntent(awsPrivateLinkConsumerIntentSchema, input);
  const { path, format } = intent.infrastructure;
  const file =
    format === 'terraform'
      ? buildTerraformFile({
          path,
          blocks: terraformConsumer(intent),
          existing,
          changeable: ['private_dns_enabled'],
        })
      : buildCloudFormationFile({
          path,
          template: cloudFormationConsumer(intent),
          existing,
          changeable: [
            'Resources',
            endpointId(intent),
            'Properties',
            'PrivateDnsEnabled',
          ],
        });
  const files = existing[path] === file.content ? [] : [file];
  const findings = [
    ...findPrivateDnsRisk(intent, file),
    ...lintManifests([file]),
  ];
  return {
    files,
    deletedPaths: [],
    findings,
    title: `Connect ${intent.entityRef} to ${intent.serviceName}`,
    description: describeConsumer({ intent, files, existing, findings }),
  };
}
