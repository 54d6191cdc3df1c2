import { Pair, YAMLMap, isMap, isScalar } from 'yaml';
import { childOf } from '../edit/YamlText';

/** The type of an endpoint service. @internal */
export const CLOUDFORMATION_SERVICE = 'AWS::EC2::VPCEndpointService';

/** The type of an endpoint service's grants. @internal */
export const CLOUDFORMATION_PERMISSIONS =
  'AWS::EC2::VPCEndpointServicePermissions';

/** A resource of a template under its logical id. @internal */
export type TemplateResource = Pair<unknown, unknown>;

/** The node at some place of a resource. @internal */
export function propertyOf(
  resource: TemplateResource,
  ...path: string[]
): unknown {
  return path.reduce<unknown>(childOf, resource.value);
}

/** The resources of one type. @internal */
export function resourcesOfType(
  resources: YAMLMap,
  type: string,
): TemplateResource[] {
  return resources.items.filter(resource => {
    const node = propertyOf(resource, 'Type');
    return isScalar(node) && node.value === type;
  });
}

// Both ways to write the id of a service that stands in the same template, each in its short and its long form.
function isServiceId(node: unknown, id: string): boolean {
  if (isScalar(node)) {
    return (
      (node.tag === '!Ref' && node.value === id) ||
      (node.tag === '!GetAtt' && node.value === `${id}.ServiceId`)
    );
  }
  const long = isMap(node) ? JSON.stringify(node.toJSON()) : '';
  return [
    { Ref: id },
    { 'Fn::GetAtt': [id, 'ServiceId'] },
    { 'Fn::GetAtt': `${id}.ServiceId` },
  ].some(form => JSON.stringify(form) === long);
}

/** The resources that hold the grants of an endpoint service of the same template. @internal */
export function permissionsOf(
  resources: YAMLMap,
  serviceId: string,
): TemplateResource[] {
  return resourcesOfType(resources, CLOUDFORMATION_PERMISSIONS).filter(
    resource =>
      isServiceId(propertyOf(resource, 'Properties', 'ServiceId'), serviceId),
  );
}
