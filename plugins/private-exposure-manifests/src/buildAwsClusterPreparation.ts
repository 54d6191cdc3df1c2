import {
  accountProvider,
  accountProviderPath,
} from './builders/accountProvider';
import { buildCloudFormationFile } from './builders/buildCloudFormationFile';
import { buildTerraformFile } from './builders/buildInfrastructure';
import {
  cloudFormationClusterAccount,
  cloudFormationLoadBalancerAccount,
} from './builders/cloudFormationPreparation';
import {
  buildControllerValues,
  buildServiceAccount,
} from './builders/controllerManifest';
import {
  terraformClusterAccount,
  terraformLoadBalancerAccount,
} from './builders/terraformPreparation';
import { BuildResult, ExistingFiles, GeneratedFile } from './builders/types';
import { describeAwsClusterPreparation } from './describe/awsClusterPreparation';
import {
  AwsClusterPreparationInput,
  AwsClusterPreparationIntent,
  awsClusterPreparationIntentSchema,
} from './intents/awsClusterPreparation';
import { parseIntent } from './intents/parseIntent';
import { lintManifests } from './linter/lintManifests';

function buildTerraform(
  intent: AwsClusterPreparationIntent,
  existing: ExistingFiles,
): GeneratedFile[] {
  const { infrastructure, region, account, loadBalancerAccount } = intent;
  if (infrastructure.format !== 'terraform') return [];
  const parts = [
    {
      path: infrastructure.loadBalancerPath,
      place: { account: loadBalancerAccount, region },
      roleArn: infrastructure.loadBalancerRoleArn,
      blocks: terraformLoadBalancerAccount(intent),
    },
    {
      path: infrastructure.clusterPath,
      place: { account, region },
      roleArn: infrastructure.clusterRoleArn,
      blocks: terraformClusterAccount(intent),
    },
  ];
  return parts.flatMap(({ path, place, roleArn, blocks }) => [
    buildTerraformFile({ path, existing, blocks }),
    ...(infrastructure.providersDeclared
      ? []
      : [
          buildTerraformFile({
            ...{ path: accountProviderPath(path, place), existing },
            blocks: [accountProvider(place, roleArn)],
          }),
        ]),
  ]);
}

function buildInfrastructure(
  intent: AwsClusterPreparationIntent,
  existing: ExistingFiles,
): GeneratedFile[] {
  const { format, loadBalancerPath, clusterPath } = intent.infrastructure;
  if (format === 'terraform') return buildTerraform(intent, existing);
  return [
    buildCloudFormationFile({
      ...{ path: loadBalancerPath, existing },
      template: cloudFormationLoadBalancerAccount(intent),
    }),
    buildCloudFormationFile({
      ...{ path: clusterPath, existing },
      template: cloudFormationClusterAccount(intent),
    }),
  ];
}

/**
 * Paths of the files that a preparation may have to edit, by the field that each comes from.
 *
 * @throws {@link InvalidIntentError}
 * @public
 */
export function awsClusterPreparationPaths(
  input: AwsClusterPreparationInput,
): Record<string, string> {
  const intent = parseIntent(awsClusterPreparationIntentSchema, input);
  const { infrastructure, controller, region } = intent;
  const { loadBalancerPath, clusterPath } = infrastructure;
  const paths = {
    'infrastructure.loadBalancerPath': loadBalancerPath,
    'infrastructure.clusterPath': clusterPath,
    'controller.manifestPath': controller.manifestPath,
    'controller.valuesPath': controller.valuesPath,
  };
  if (infrastructure.format !== 'terraform') return paths;
  return {
    ...paths,
    'infrastructure.loadBalancerPath (its provider)': accountProviderPath(
      loadBalancerPath,
      { account: intent.loadBalancerAccount, region },
    ),
    'infrastructure.clusterPath (its provider)': accountProviderPath(
      clusterPath,
      { account: intent.account, region },
    ),
  };
}

/**
 * Builds what lets the AWS Load Balancer Controller of a cluster make load balancers in another account; once per cluster.
 *
 * @remarks
 * The controller works with a role of the other account, which trusts tokens of the cluster's one service account. So it
 * needs no credentials of its own, and no role to take on after another. Pure: reads nothing but its arguments; every
 * file is read back and must say what the intent says.
 *
 * @throws {@link InvalidIntentError} naming the field that can't be represented or can't work.
 * @throws {@link UnsafeEditError} naming the existing file, and its line, that can't be edited safely.
 * @public
 */
export function buildAwsClusterPreparation(
  input: AwsClusterPreparationInput,
  options: { existing?: ExistingFiles } = {},
): BuildResult {
  const { existing = {} } = options;
  const intent = parseIntent(awsClusterPreparationIntentSchema, input);
  const built = [
    ...buildInfrastructure(intent, existing),
    buildServiceAccount(intent, existing),
    buildControllerValues(intent, existing),
  ];
  const files = built.filter(({ path, content }) => existing[path] !== content);
  const base = Object.entries(existing).map(([path, content]) => ({
    path,
    content,
  }));
  const findings = lintManifests(built, { base });
  return {
    files,
    deletedPaths: [],
    findings,
    title: `Let cluster ${intent.cluster} make load balancers in account ${intent.loadBalancerAccount}`,
    description: describeAwsClusterPreparation({
      ...{ intent, files, existing, findings },
    }),
  };
}
