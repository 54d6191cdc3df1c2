import { InputError, NotFoundError } from '@backstage/errors';
import { AzureLoadBalancer, AzureWorld } from '../azureWorld';
import { seedAzureBulk } from '../control/seedAzureBulk';
import { azureServicePath } from './azureServiceListPage';
import { ConsoleAction } from './ConsoleAction';
import { numberOf, textOf } from './formFields';

/**
 * The console's actions on Azure, by the last part of their address.
 * @internal
 */
export const azureActions: Readonly<Record<string, ConsoleAction>> = {
  'azure-connect'(fields, { azure }) {
    const alias = textOf(fields, 'target');
    const service = azure.privateLinkServices.findByAlias(alias);
    if (!service) {
      throw new NotFoundError(`There is no private link service '${alias}'`);
    }
    azure.connect({
      subscriptionId: textOf(fields, 'subscriptionId'),
      target: alias,
      requestMessage: fields.requestMessage,
    });
    return azureServicePath(service.id);
  },

  'azure-disconnect'(fields, { azure }) {
    const id = textOf(fields, 'privateEndpointId');
    const { connection } = azure.privateEndpoints.getEndpoint(id);
    azure.privateEndpoints.deleteEndpoint(id);
    return azureServicePath(connection.targetId);
  },

  'azure-delete-service'(fields, { azure }) {
    const id = textOf(fields, 'id');
    azure.privateLinkServices.deleteService(id, { force: true });
    return '/azure';
  },

  'azure-delete-load-balancer'(fields, { azure }) {
    const id = textOf(fields, 'id');
    const serviceId = textOf(fields, 'serviceId');
    if (!loadBalancersOf(azure, serviceId).some(one => one.id === id)) {
      throw new InputError(`'${id}' is not a load balancer of ${serviceId}`);
    }
    azure.loadBalancers.deleteLoadBalancer(id, { force: true });
    return azureServicePath(serviceId);
  },

  'azure-break-backends'(fields, { azure }) {
    const service = textOf(fields, 'serviceId');
    for (const loadBalancer of loadBalancersOf(azure, service)) {
      azure.backendHealth.breakBackends(loadBalancer);
    }
    return azureServicePath(service);
  },

  'azure-heal-backends'(fields, { azure }) {
    const service = textOf(fields, 'serviceId');
    for (const loadBalancer of loadBalancersOf(azure, service)) {
      azure.backendHealth.healBackends(loadBalancer);
    }
    return azureServicePath(service);
  },

  'azure-seed'(fields, { azure }) {
    const subscriptionId = textOf(fields, 'subscriptionId');
    azure.directory.getSubscription(subscriptionId);
    seedAzureBulk(azure, {
      subscriptionId,
      services: numberOf(fields, 'services'),
      connectionsPerService: numberOf(fields, 'connections'),
    });
    return '/azure';
  },
};

/** The load balancers that a private link service stands in front of. */
function loadBalancersOf(
  azure: AzureWorld,
  serviceId: string,
): AzureLoadBalancer[] {
  const { frontendIds } = azure.privateLinkServices.getService(serviceId);
  const found = frontendIds.flatMap(
    id => azure.loadBalancers.findFrontend(id)?.loadBalancer ?? [],
  );
  return [...new Set(found)];
}
