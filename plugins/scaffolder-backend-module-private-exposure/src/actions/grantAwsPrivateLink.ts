import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  addGrant,
  inFolder,
} from '@postern/backstage-plugin-private-exposure-manifests';
import { createHash } from 'node:crypto';
import { resolveEntity } from '../catalog/resolveEntity';
import { makeChange } from '../changes/makeChange';
import { getAwsClusterProfile, type ClusterProfiles } from '../config';
import { readExisting } from '../workspace/readExisting';
import { examples } from './grantAwsPrivateLink.examples';
import { grantInputs } from './grantInput';
import { changeInputs } from './inputProperties';
import { changeOutputs } from './outputProperties';
import type { WriteFilesActionOptions } from './WriteFilesActionOptions';

/** Where the generated endpoint service stands unless somebody chose another place. */
const DEFAULT_PATHS = ['infra/privatelink.tf', 'infra/privatelink.yaml'];

/**
 * Creates `private-exposure:aws-privatelink:grant`: lets one more principal ask to connect, as an edit of the
 * provider's infrastructure code. What is granted already leaves no file to write.
 *
 * @public
 */
export function createGrantAwsPrivateLinkAction(
  options: WriteFilesActionOptions,
) {
  const { catalog, clusters } = options;
  return createTemplateAction({
    id: 'private-exposure:aws-privatelink:grant',
    description:
      "Adds a principal to those that may ask to connect to a service, in the service's own Terraform or CloudFormation.",
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        ...changeInputs,
        ...grantInputs,
      },
      output: changeOutputs,
    },
    handler: ctx =>
      makeChange(ctx, {
        catalog,
        async build({ entityRef, entityName, credentials }) {
          const { input, workspacePath } = ctx;
          const { consumerRef, label, sourcePath } = input;
          const consumer = consumerRef
            ? await resolveEntity({
                ...{ catalog, credentials, field: 'consumerRef' },
                entityRef: consumerRef,
              })
            : undefined;
          const grantee = findGrantee(clusters, input);
          const { path, existing } = await readFirst(
            workspacePath,
            sourcePath,
            (input.path ? [input.path] : DEFAULT_PATHS).map(each =>
              inFolder(input.folder, each),
            ),
          );
          const grant = {
            ...{ entityRef, path, label, ...grantee },
            consumerEntityRef: consumer?.entityRef,
            reason: input.reason || undefined,
          };
          return {
            built: addGrant(grant, { existing }),
            branchName: toBranchName(entityName, grantee.principal),
          };
        },
      }),
  });
}

/** The first of some files that is there; the first of all where none is, for the refusal to name it. */
async function readFirst(
  workspacePath: string,
  sourcePath: string | undefined,
  paths: string[],
) {
  for (const path of paths) {
    const existing = await readExisting(workspacePath, sourcePath, { path });
    if (path in existing) return { path, existing };
  }
  return { path: paths[0], existing: {} };
}

function findGrantee(
  clusters: ClusterProfiles,
  input: { cluster?: string; principal?: string },
) {
  const profile =
    input.cluster === undefined
      ? undefined
      : getAwsClusterProfile(clusters, input.cluster);
  const principal = input.principal ?? profile?.account;
  if (principal === undefined) {
    throw new InputError(
      `principal: is needed where no cluster is given: an account id or an ARN`,
    );
  }
  return { principal, partition: profile?.partition };
}

/** ARNs hold characters that Git refuses in a branch; a hash tells them apart. */
function toBranchName(entityName: string, principal: string): string {
  const who = /^\d{12}$/.test(principal)
    ? principal
    : createHash('sha256').update(principal).digest('hex').slice(0, 12);
  return `private-exposure/grant-${entityName}-${who}`;
}
