import { Router } from 'express';
import { InputError } from '@backstage/errors';
import { SandboxContext } from '../sandboxContext';
import { Fields } from './Fields';
import { seedAzureBulk } from './seedAzureBulk';

/** Routes to act on Azure as a consumer, an accident or a test. @internal */
export function azureRoutes(context: SandboxContext): Router {
  const router = Router();
  router.use(connectionRoutes(context));
  router.use(answerRoutes(context));

  router.post('/private-link-services/delete', (request, response) => {
    const id = new Fields(request.body).text('id');
    context.azure.privateLinkServices.deleteService(id, { force: true });
    response.status(204).end();
  });

  router.post('/load-balancers/delete', (request, response) => {
    const id = new Fields(request.body).text('id');
    context.azure.loadBalancers.deleteLoadBalancer(id, { force: true });
    response.status(204).end();
  });

  router.post('/backends/break', (request, response) => {
    const { loadBalancer, backend } = backendsOf(context, request.body);
    context.azure.backendHealth.breakBackends(loadBalancer, backend);
    response.status(204).end();
  });

  router.post('/backends/heal', (request, response) => {
    const { loadBalancer, backend } = backendsOf(context, request.body);
    context.azure.backendHealth.healBackends(loadBalancer, backend);
    response.status(204).end();
  });

  router.post('/seed', (request, response) => {
    const fields = new Fields(request.body);
    const seeded = seedAzureBulk(context.azure, {
      subscriptionId: fields.text('subscriptionId'),
      resourceGroup: fields.optionalText('resourceGroup'),
      location: fields.optionalText('location'),
      services: fields.number('services'),
      connectionsPerService: fields.number('connectionsPerService'),
      tags: fields.optionalTags('tags'),
    });
    response.status(201).json(seeded);
  });

  return router;
}

function backendsOf({ azure }: SandboxContext, body: unknown) {
  const fields = new Fields(body);
  return {
    loadBalancer: azure.loadBalancers.getLoadBalancer(
      fields.text('loadBalancerId'),
    ),
    backend: fields.optionalText('backend'),
  };
}

/** What consumers do. A private endpoint is named by its id, in the body: it has slashes. */
function connectionRoutes({ azure }: SandboxContext): Router {
  const router = Router();
  const endpointOf = (body: unknown) => {
    const id = new Fields(body).text('privateEndpointId');
    return azure.privateEndpoints.getEndpoint(id);
  };

  router.get('/connections', (request, response) => {
    const { target } = request.query;
    if (typeof target !== 'string') {
      throw new InputError("Give 'target', the id of a resource, in the query");
    }
    response.json({ connections: azure.connections.listOf(target) });
  });

  router.post('/connections', (request, response) => {
    const fields = new Fields(request.body);
    const endpoint = azure.connect({
      subscriptionId: fields.text('subscriptionId'),
      target: fields.text('target'),
      location: fields.optionalText('location'),
      name: fields.optionalText('name'),
      resourceGroup: fields.optionalText('resourceGroup'),
      requestMessage: fields.optionalText('requestMessage'),
      groupIds: fields.optionalTexts('groupIds'),
    });
    response.status(201).json(endpoint);
  });

  router.delete('/connections', (request, response) => {
    azure.privateEndpoints.deleteEndpoint(endpointOf(request.body).id);
    response.status(204).end();
  });

  router.post('/connections/replace', (request, response) => {
    response.status(201).json(azure.replace(endpointOf(request.body).id));
  });

  router.post('/connections/state', (request, response) => {
    const { connection } = endpointOf(request.body);
    const fields = new Fields(request.body);
    azure.connections.setState(connection, {
      status: fields.text('status'),
      description: fields.optionalText('description'),
    });
    response.json(connection);
  });

  return router;
}

/** How Azure answers. */
function answerRoutes({ armLimits, azureSettings }: SandboxContext): Router {
  const router = Router();

  router.get('/limits', (_request, response) => {
    response.json({ limits: armLimits.limits ?? null });
  });

  router.put('/limits', (request, response) => {
    const fields = new Fields(request.body);
    const isOn = fields.optionalBoolean('enabled') ?? true;
    const sizes = (['reads', 'writes', 'deletes'] as const).flatMap(kind => {
      if (!fields.names().includes(kind)) return [];
      const size = fields.object(kind);
      const capacity = size.number('capacity');
      const refillPerSecond = size.number('refillPerSecond');
      return [[kind, { capacity, refillPerSecond }] as const];
    });
    armLimits.setLimits(isOn ? Object.fromEntries(sizes) : undefined);
    response.json({ limits: armLimits.limits ?? null });
  });

  router.patch('/settings', (request, response) => {
    const fields = new Fields(request.body);
    const { pageSize, showsEndpointLocation } = azureSettings;
    Object.assign(azureSettings, {
      pageSize: Math.max(1, fields.optionalNumber('pageSize') ?? pageSize),
      showsEndpointLocation:
        fields.optionalBoolean('showsEndpointLocation') ??
        showsEndpointLocation,
    });
    response.json(azureSettings);
  });

  return router;
}
