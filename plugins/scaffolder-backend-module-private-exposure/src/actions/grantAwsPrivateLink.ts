import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  addGrant,
  inFolder,
} from '@postern/backstage-plugin-private-exposure-manifests';
import { createHash } from 'node:crypto';
import { resolveEntity } from '../catalog/resolveEntity';
import { finishChange } from '../changes/finishChange';
import { getAwsClusterProfile, type ClusterProfiles } from '../config';
import { readExisting } from '../workspace/readExisting';
import { examples } from './grantAwsPrivateLink.examples';
import {
  clusterInput,
  entityRefInput,
  folderInput,
  reasonInput,
  sourcePathInput,
  targetPathInput,
} from './inputProperties';
import { changeOutputs } from './outputProperties';
import { refusalsAsInputErrors } from './refusalsAsInputErrors';
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
        entityRef: entityRefInput,
        consumerRef: z =>
          z
            .string({
              description: 'The catalog entity that connects, if it is known.',
            })
            .optional(),
        cluster: z => clusterInput(z).optional(),
        principal: z =>
          z
            .string({
              description:
                "Who may ask: an account id, or the ARN of an account, user, role, organization or unit. The cluster's account unless given.",
            })
            .optional(),
        reason: reasonInput,
        sourcePath: sourcePathInput,
        targetPath: targetPathInput,
        folder: folderInput,
        path: z =>
          z
            .string({
              description:
                'Path of the infrastructure code below `folder`, Terraform if it ends with `.tf`, else CloudFormation; the first of `infra/privatelink.tf` and `infra/privatelink.yaml` that is there unless given.',
            })
            .optional(),
        label: z =>
          z
            .string({
              description:
                'Label or logical id of the endpoint service, where the file has several.',
            })
            .optional(),
      },
      output: changeOutputs,
    },
    async handler(ctx) {
      const { input } = ctx;
      const credentials = await ctx.getInitiatorCredentials();
      const resolve = (entityRef: string, field: string) =>
        resolveEntity({ catalog, credentials, entityRef, field });
      const { entityRef, entity } = await resolve(input.entityRef, 'entityRef');
      const consumer = input.consumerRef
        ? await resolve(input.consumerRef, 'consumerRef')
        : undefined;
      const grantee = findGrantee(clusters, input);
      const paths = (input.path ? [input.path] : DEFAULT_PATHS).map(path =>
        inFolder(input.folder, path),
      );
      const built = await refusalsAsInputErrors(async () => {
        const { path, existing } = await readFirst(
          ctx.workspacePath,
          input.sourcePath,
          paths,
        );
        const { label } = input;
        const reason = input.reason || undefined;
        const consumerEntityRef = consumer?.entityRef;
        return addGrant(
          { entityRef, consumerEntityRef, reason, path, label, ...grantee },
          { existing },
        );
      });
      await finishChange(ctx, {
        built,
        branchName: toBranchName(entity.metadata.name, grantee.principal),
        targetPath: input.targetPath,
      });
    },
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
