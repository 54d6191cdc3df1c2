import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { buildAwsPrivateLinkConsumer } from '@postern/backstage-plugin-private-exposure-manifests';
import { resolveEntity } from '../catalog/resolveEntity';
import { makeChange } from '../changes/makeChange';
import { getAwsClusterProfile } from '../config';
import { toConsumerInput } from '../intents/toConsumerInput';
import { readDomainState } from '../portal/readDomainState';
import { readExisting } from '../workspace/readExisting';
import type { ConsumeActionOptions } from './ConsumeActionOptions';
import { examples } from './consumeAwsPrivateLink.examples';
import { consumeInputs } from './consumeInput';
import { infrastructureInput } from './generateInput';
import { changeInputs, clusterInput } from './inputProperties';
import { changeOutputs } from './outputProperties';

/**
 * Creates `private-exposure:aws-privatelink:consume`: writes a consumer's VPC endpoint and its security group, or edits
 * them where they exist.
 *
 * @remarks Where the service's own name is asked for, the private exposure backend is asked whether its domain is verified,
 * also in a dry run: it changes nothing.
 *
 * @public
 */
export function createConsumeAwsPrivateLinkAction(
  options: ConsumeActionOptions,
) {
  const { auth, catalog, clusters, discovery, ownerTag } = options;
  return createTemplateAction({
    id: 'private-exposure:aws-privatelink:consume',
    description:
      'Writes the VPC endpoint and the security group with which a component connects to a private service.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        ...changeInputs,
        cluster: clusterInput,
        ...consumeInputs,
        infrastructure: infrastructureInput,
      },
      output: changeOutputs,
    },
    handler: ctx =>
      makeChange(ctx, {
        catalog,
        async build({ entityRef, entityName, credentials }) {
          const { input, logger, workspacePath } = ctx;
          const { cluster, providerRef, serviceName, sourcePath } = input;
          const provider = providerRef
            ? await resolveEntity({
                ...{ catalog, credentials, field: 'providerRef' },
                entityRef: providerRef,
              })
            : undefined;
          const domainState =
            provider && input.privateDns
              ? await readDomainState({
                  ...{ auth, discovery, credentials, serviceName, logger },
                  entityRef: provider.entityRef,
                })
              : 'unknown';
          const intent = toConsumerInput({
            ...{ entityRef, entityName, ownerTag, input },
            providerEntityRef: provider?.entityRef,
            domainState,
            profile: getAwsClusterProfile(clusters, cluster),
          });
          const existing = await readExisting(workspacePath, sourcePath, {
            'infrastructure.path': intent.infrastructure.path,
          });
          return {
            built: buildAwsPrivateLinkConsumer(intent, { existing }),
            branchName: `private-exposure/connect-${intent.name}`,
          };
        },
      }),
  });
}
