import { appendDocument, applyChanges, findTarget } from '../edit/editManifest';
import { YamlText } from '../edit/YamlText';
import { AwsClusterPreparationIntent } from '../intents/awsClusterPreparation';
import { verifyEdit } from '../verify/verifyEdit';
import { verifyManifest } from '../verify/verifyManifest';
import { stringifyManifest } from '../yaml/stringifyManifest';
import { matchObject } from './addManifestObject';
import { controllerRoleArn } from './controllerRole';
import { ManifestSetting, toObject } from './manifestForms';
import { ExistingFiles, GeneratedFile, ManifestObject } from './types';

const ROLE_ANNOTATION = 'eks.amazonaws.com/role-arn';

function newFile(path: string, wanted: ManifestObject): GeneratedFile {
  const content = stringifyManifest(wanted);
  verifyManifest({ path, content, wanted: [wanted] });
  return { path, content };
}

/**
 * Writes the controller's service account, which names the role, or lets the one that is there name it.
 *
 * @throws {@link UnsafeEditError}, {@link VerificationError}
 * @internal
 */
export function buildServiceAccount(
  intent: AwsClusterPreparationIntent,
  existing: ExistingFiles,
): GeneratedFile {
  const { manifestPath: path, serviceAccount } = intent.controller;
  const place = ['metadata', 'annotations', ROLE_ANNOTATION];
  const role = { path: place, value: controllerRoleArn(intent) };
  const created: ManifestObject = {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: {
      ...serviceAccount,
      labels: {
        'app.kubernetes.io/component': 'controller',
        'app.kubernetes.io/name': 'aws-load-balancer-controller',
      },
      annotations: { [ROLE_ANNOTATION]: role.value },
    },
  };
  const before = existing[path];
  if (before === undefined || before.trim() === '')
    return newFile(path, created);
  const file = YamlText.parse(path, before);
  const target = findTarget(
    file,
    matchObject({
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      ...serviceAccount,
    }),
  );
  if (target) return { path, content: applyChanges(file, target, [role]) };
  const content = appendDocument(file, created);
  const after = YamlText.parse(path, content);
  verifyEdit({ before: file, after, added: created });
  return { path, content };
}

/** What the controller's Helm chart is told (its values.yaml). */
function helmSettings(intent: AwsClusterPreparationIntent): ManifestSetting[] {
  const { cluster, region, vpc, controller } = intent;
  return [
    { path: ['clusterName'], value: cluster },
    { path: ['region'], value: region },
    { path: ['vpcId'], value: vpc },
    { path: ['serviceAccount', 'create'], value: false },
    {
      path: ['serviceAccount', 'name'],
      value: controller.serviceAccount.name,
    },
    { path: ['defaultTargetType'], value: 'ip' },
    // The role makes no security groups, and has no permissions for these add-ons.
    { path: ['enableBackendSecurityGroup'], value: false },
    { path: ['enableShield'], value: false },
    { path: ['enableWaf'], value: false },
    { path: ['enableWafv2'], value: controller.firewall },
  ];
}

/**
 * Writes the values of the controller's Helm chart, or sets them in those that are there.
 *
 * @throws {@link UnsafeEditError}, {@link VerificationError}
 * @internal
 */
export function buildControllerValues(
  intent: AwsClusterPreparationIntent,
  existing: ExistingFiles,
): GeneratedFile {
  const { valuesPath: path } = intent.controller;
  const settings = helmSettings(intent);
  const before = existing[path];
  if (before === undefined || before.trim() === '')
    return newFile(path, toObject(settings));
  const file = YamlText.parse(path, before);
  if (file.documents.length !== 1)
    return file.fail(0, 'is not a file of Helm values, which is one document');
  const target = { document: 0, base: [] };
  return { path, content: applyChanges(file, target, settings) };
}
