import { InputError } from '@backstage/errors';
import { PrivateEndpoint } from '../../azureWorld';
import {
  Args,
  blocks,
  optionalBoolean,
  optionalString,
  requiredString,
  stringList,
  stringMap,
} from '../resources/args';
import { ResourceHandler } from '../resources/ResourceHandler';
import { azurePlace } from './azurePlace';

function connectionOf(args: Args): Args {
  const [connection] = blocks(args, 'private_service_connection');
  if (connection) return connection;
  throw new InputError("Give the block 'private_service_connection'");
}

/**
 * `azurerm_private_endpoint`. Only its tags can be changed.
 * @internal
 */
export const privateEndpointResource: ResourceHandler = {
  create(args, context) {
    const connection = connectionOf(args);
    const alias = optionalString(
      connection,
      'private_connection_resource_alias',
    );
    const endpoint = context.azure.privateEndpoints.createEndpoint({
      ...azurePlace(args, context),
      subnetId: requiredString(args, 'subnet_id'),
      target:
        alias ?? requiredString(connection, 'private_connection_resource_id'),
      connectionName: requiredString(connection, 'name'),
      isManual: optionalBoolean(connection, 'is_manual_connection') ?? false,
      groupIds: stringList(connection, 'subresource_names'),
      requestMessage: optionalString(connection, 'request_message'),
      tags: stringMap(args, 'tags'),
    });
    return attributesOf(endpoint, args);
  },

  read({ args, attributes }, { azure }) {
    const id = requiredString(attributes, 'id');
    const endpoint = azure.privateEndpoints.endpoints.get(id);
    return endpoint && attributesOf(endpoint, args);
  },

  update({ args: before, attributes }, args, { azure }) {
    const withoutTags = (all: Args) => JSON.stringify({ ...all, tags: null });
    if (withoutTags(before) !== withoutTags(args)) return undefined;
    const id = requiredString(attributes, 'id');
    const endpoint = azure.privateEndpoints.getEndpoint(id);
    endpoint.tags = stringMap(args, 'tags');
    return attributesOf(endpoint, args);
  },

  destroy({ attributes }, { azure }) {
    const id = requiredString(attributes, 'id');
    if (azure.privateEndpoints.endpoints.get(id)) {
      azure.privateEndpoints.deleteEndpoint(id);
    }
  },
};

function attributesOf(endpoint: PrivateEndpoint, args: Args): Args {
  const { id, privateIPAddress, networkInterfaceId } = endpoint;
  return {
    ...args,
    id,
    network_interface: [{ id: networkInterfaceId }],
    private_service_connection: [
      { ...connectionOf(args), private_ip_address: privateIPAddress },
    ],
  };
}
