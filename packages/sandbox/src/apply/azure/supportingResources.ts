import { requiredString } from '../resources/args';
import { ResourceHandler } from '../resources/ResourceHandler';

/**
 * `azurerm_resource_group`. It stays when it is destroyed: others may have put something into it.
 * @internal
 */
export const resourceGroupResource: ResourceHandler = {
  create(args, { azure, scope }) {
    const name = requiredString(args, 'name');
    const location = requiredString(args, 'location');
    azure.directory.ensureGroup(scope.accountId, name, location);
    const id = `/subscriptions/${scope.accountId}/resourceGroups/${name}`;
    return { ...args, id };
  },
  read: ({ attributes }) => attributes,
  destroy() {},
};

/**
 * A resource that is kept without an effect here, such as private DNS: the sandbox resolves no names.
 * @internal
 */
export function createKeptResource(segment: string): ResourceHandler {
  return {
    create(args, { scope }) {
      const group = requiredString(args, 'resource_group_name');
      const name = requiredString(args, 'name');
      const id = `/subscriptions/${scope.accountId}/resourceGroups/${group}/providers/Microsoft.Network/${segment}/${name}`;
      return { ...args, id };
    },
    read: ({ attributes }) => attributes,
    destroy() {},
  };
}
