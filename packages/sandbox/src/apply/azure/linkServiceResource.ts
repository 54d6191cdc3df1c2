import { PrivateLinkService } from '../../azureWorld';
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
import { ApplyContext } from '../types';
import { azurePlace } from './azurePlace';

function put(args: Args, context: ApplyContext): Args {
  const service = context.azure.privateLinkServices.putService({
    ...azurePlace(args, context),
    frontendIds: stringList(
      args,
      'load_balancer_frontend_ip_configuration_ids',
    ),
    ipConfigurations: blocks(args, 'nat_ip_configuration').map(ip => ({
      name: requiredString(ip, 'name'),
      subnetId: requiredString(ip, 'subnet_id'),
      privateIPAddress: optionalString(ip, 'private_ip_address'),
      primary: optionalBoolean(ip, 'primary'),
    })),
    visibility: stringList(args, 'visibility_subscription_ids'),
    autoApproval: stringList(args, 'auto_approval_subscription_ids'),
    fqdns: stringList(args, 'fqdns'),
    enableProxyProtocol: optionalBoolean(args, 'enable_proxy_protocol'),
    tags: stringMap(args, 'tags'),
  });
  return attributesOf(service, args);
}

function attributesOf({ id, alias }: PrivateLinkService, args: Args): Args {
  return { ...args, id, alias };
}

/**
 * `azurerm_private_link_service`.
 * @internal
 */
export const linkServiceResource: ResourceHandler = {
  create: put,

  read({ args, attributes }, { azure }) {
    const id = requiredString(attributes, 'id');
    const service = azure.privateLinkServices.services.get(id);
    return service && attributesOf(service, args);
  },

  update({ args: before }, args, context) {
    const isSame = (name: string) => before[name] === args[name];
    return isSame('name') && isSame('resource_group_name')
      ? put(args, context)
      : undefined;
  },

  destroy({ attributes }, { azure }) {
    const id = requiredString(attributes, 'id');
    if (azure.privateLinkServices.services.get(id)) {
      azure.privateLinkServices.deleteService(id);
    }
  },
};
