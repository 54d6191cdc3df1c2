import { YAMLMap, isMap, isScalar, isSeq } from 'yaml';
import { appendToFlowMap, appendToList } from '../edit/appendYaml';
import { applyYamlChange } from '../edit/editYaml';
import { YamlText, childOf, keyOf } from '../edit/YamlText';
import { InvalidIntentError, UnsafeEditError } from '../errors';
import { AddGrantIntent } from '../intents/addGrant';
import { verifyEdit } from '../verify/verifyEdit';
import { ManifestValue } from '../yaml/stringifyManifest';
import {
  CLOUDFORMATION_PERMISSIONS,
  CLOUDFORMATION_SERVICE,
  TemplateResource,
  permissionsOf,
  propertyOf,
  resourcesOfType,
} from './cloudFormationResources';

function findService(resources: YAMLMap, intent: AddGrantIntent): string {
  const { path, label } = intent;
  const ids = resourcesOfType(resources, CLOUDFORMATION_SERVICE).map(keyOf);
  const found = ids.filter(id => label === undefined || id === label);
  if (found.length === 0) {
    throw new UnsafeEditError({
      path,
      message: `declares no ${CLOUDFORMATION_SERVICE}${
        label === undefined ? '' : ` '${label}'`
      }; name the file that does`,
    });
  }
  if (found.length > 1) {
    throw new InvalidIntentError({
      field: 'label',
      message: `is needed: ${path} declares ${found.join(', ')}`,
    });
  }
  return found[0];
}

function addPermissions(
  file: YamlText,
  resources: YAMLMap,
  serviceId: string,
  arn: string,
): YamlText {
  const id = `${serviceId.replace(/Service$/, '')}Permissions`;
  const taken = resources.items.find(resource => keyOf(resource) === id);
  if (taken) {
    return file.fail(
      resources.range?.[0],
      `has a resource ${id} that is not for ${serviceId}; add the principal by hand`,
    );
  }
  const value = {
    Type: CLOUDFORMATION_PERMISSIONS,
    Properties: { AllowedPrincipals: [arn], ServiceId: { Ref: serviceId } },
  };
  const change = { path: ['Resources', id], value };
  const after = resources.flow
    ? appendToFlowMap(file, resources, [id, value])
    : applyYamlChange(file, 0, change);
  verifyEdit({ before: file, after, document: 0, changes: [change] });
  return after;
}

function addPrincipal(
  file: YamlText,
  permissions: TemplateResource,
  arn: string,
): YamlText {
  const list = propertyOf(permissions, 'Properties', 'AllowedPrincipals');
  file.checkEditable(permissions.value);
  file.checkEditable(propertyOf(permissions, 'Properties'));
  if (!isSeq(list) || list.tag?.startsWith('!')) {
    return file.fail(
      isScalar(list) || isMap(list) ? list.range?.[0] : undefined,
      `${keyOf(
        permissions,
      )} has no plain list of AllowedPrincipals; add the principal by hand`,
    );
  }
  const before: ManifestValue[] = list.toJS(file.documents[0]);
  const after = appendToList(file, list, arn);
  const path = [
    'Resources',
    keyOf(permissions),
    'Properties',
    'AllowedPrincipals',
  ];
  verifyEdit({
    before: file,
    after,
    document: 0,
    changes: [{ path, value: [...before, arn] }],
  });
  return after;
}

/**
 * Adds a principal to a CloudFormation template, YAML or JSON, and keeps everything else as it is: to the service's
 * `AWS::EC2::VPCEndpointServicePermissions`, or as one where there is none yet.
 *
 * @returns The text; as it was where the principal has the grant already.
 * @throws {@link InvalidIntentError}
 * @throws {@link UnsafeEditError} where the template can't be read, or does not list its principals one by one.
 * @internal
 */
export function grantCloudFormation(
  text: string,
  intent: AddGrantIntent,
  arn: string,
): string {
  const file = YamlText.parse(intent.path, text);
  const root = file.documents[0]?.contents;
  const resources = childOf(root, 'Resources');
  if (file.documents.length !== 1 || !isMap(resources)) {
    return file.fail(undefined, 'is not a CloudFormation template');
  }
  file.checkEditable(root);
  file.checkEditable(resources);
  const serviceId = findService(resources, intent);
  const permissions = permissionsOf(resources, serviceId);
  const isGranted = permissions.some(resource => {
    const list = propertyOf(resource, 'Properties', 'AllowedPrincipals');
    return (
      isSeq(list) &&
      list.items.some(
        item =>
          isScalar(item) && item.value === arn && !item.tag?.startsWith('!'),
      )
    );
  });
  if (isGranted) return text;
  const after =
    permissions.length > 0
      ? addPrincipal(file, permissions[0], arn)
      : addPermissions(file, resources, serviceId, arn);
  return after.text;
}
