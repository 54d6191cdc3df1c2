import { Router } from 'express';
import { defaultAzureSettings } from '../azure';
import { addAzureCredentials } from '../azure/addAzureCredentials';
import { SandboxContext } from '../sandboxContext';
import { blockTargets } from './blockTargets';
import { Fields } from './Fields';
import { seedBulk } from './seedBulk';
import { seedEntrances } from './seedEntrances';

/** Routes to act on the world as a consumer, an accident or a test. @internal */
export function worldRoutes(context: SandboxContext): Router {
  const router = Router();
  router.use(connectionRoutes(context));
  router.use(providerRoutes(context));
  router.use(loadBalancingRoutes(context));

  router.post('/seed', (request, response) => {
    const fields = new Fields(request.body);
    const seeded = seedBulk(context.world, {
      accountId: fields.text('accountId'),
      region: fields.text('region'),
      services: fields.number('services'),
      connectionsPerService: fields.number('connectionsPerService'),
      tags: fields.optionalTags('tags'),
    });
    response.status(201).json(seeded);
  });

  router.post('/seed/entrances', (request, response) => {
    const fields = new Fields(request.body);
    const seeded = seedEntrances(context.world, {
      accountIds: fields.texts('accountIds'),
      regions: fields.texts('regions'),
      loadBalancers: fields.number('loadBalancers'),
      distributions: fields.number('distributions'),
      tags: fields.optionalTags('tags'),
    });
    response.status(201).json(seeded);
  });

  router.post('/reset', (_request, response) => {
    const { world, azure, faults, throttle, requestLog, credentials } = context;
    world.reset();
    azure.reset();
    addAzureCredentials(azure.directory, context.azureCredentials);
    context.armLimits.setLimits({});
    Object.assign(context.azureSettings, defaultAzureSettings);
    world.accounts.addAccount({
      accountId: credentials.accountId,
      name: 'sandbox',
    });
    faults.clear();
    throttle.setRules([]);
    requestLog.reset();
    context.clock.reset();
    response.status(204).end();
  });

  return router;
}

/** What consumers do. */
function connectionRoutes({ world }: SandboxContext): Router {
  const router = Router();

  router.post('/connections', (request, response) => {
    const fields = new Fields(request.body);
    const endpoint = world.connect({
      consumerAccount: fields.text('consumerAccount'),
      region: fields.text('region'),
      serviceName: fields.text('serviceName'),
      vpcId: fields.optionalText('vpcId'),
      subnetIds: fields.optionalTexts('subnetIds'),
      securityGroupIds: fields.optionalTexts('securityGroupIds'),
      privateDnsEnabled: fields.optionalBoolean('privateDnsEnabled'),
      tags: fields.optionalTags('tags'),
    });
    response.status(201).json(endpoint);
  });

  router.get('/connections/:endpointId', (request, response) => {
    response.json(world.findEndpoint(request.params.endpointId));
  });

  router.delete('/connections/:endpointId', (request, response) => {
    world.disconnect(request.params.endpointId);
    response.status(204).end();
  });

  router.post('/connections/:endpointId/replace', (request, response) => {
    response.status(201).json(world.replace(request.params.endpointId));
  });

  router.post('/connections/:endpointId/state', (request, response) => {
    const endpoint = world.findEndpoint(request.params.endpointId);
    const state = new Fields(request.body).oneOf('state', [
      'expired',
      'failed',
      'partial',
      'available',
      'rejected',
    ]);
    world.endpoints.setState(endpoint, state);
    response.json(endpoint);
  });

  return router;
}

/** What happens on the provider's side. */
function providerRoutes({ world }: SandboxContext): Router {
  const router = Router();

  router.get('/txt', (_request, response) => {
    response.json({ records: world.dns.listTxt() });
  });

  router.post('/txt', (request, response) => {
    const fields = new Fields(request.body);
    world.publishTxtRecord(fields.text('name'), fields.text('value'));
    response.status(201).json({ records: world.dns.listTxt() });
  });

  router.delete('/txt', (request, response) => {
    const fields = new Fields(request.body);
    world.removeTxtRecord(fields.text('name'), fields.optionalText('value'));
    response.status(204).end();
  });

  router.get('/messages', (request, response) => {
    const { topicArn } = request.query;
    const messages = world.notifications.messages.list(
      typeof topicArn === 'string' ? topicArn : undefined,
    );
    response.json({ messages });
  });

  router.delete('/messages', (_request, response) => {
    world.notifications.messages.clear();
    response.status(204).end();
  });

  router.put('/roles', (request, response) => {
    const fields = new Fields(request.body);
    const role = world.accounts.addRole(fields.text('accountId'), {
      name: fields.text('name'),
      assumable: fields.optionalBoolean('assumable'),
      externalId: fields.optionalText('externalId'),
      deniedActions: fields.optionalTexts('deniedActions'),
    });
    response.json(role);
  });

  return router;
}

/** What happens to load balancers and to what stands behind them. */
function loadBalancingRoutes({ world }: SandboxContext): Router {
  const router = Router();

  router.post('/targets/break', (request, response) => {
    const fields = new Fields(request.body);
    world.setTargetHealth(
      fields.text('targetGroupArn'),
      {
        state: 'unhealthy',
        reason: fields.optionalText('reason') ?? 'Target.FailedHealthChecks',
        description:
          fields.optionalText('description') ?? 'Health checks failed',
      },
      fields.optionalText('targetId'),
    );
    response.status(204).end();
  });

  router.post('/targets/heal', (request, response) => {
    const fields = new Fields(request.body);
    world.targetGroups.healTargets(
      fields.text('targetGroupArn'),
      fields.optionalText('targetId'),
    );
    response.status(204).end();
  });

  router.post('/targets/block', (request, response) => {
    const fields = new Fields(request.body);
    blockTargets(world, {
      targetGroupArn: fields.text('targetGroupArn'),
      accountId: fields.text('accountId'),
    });
    response.status(204).end();
  });

  router.post('/load-balancers/delete', (request, response) => {
    const fields = new Fields(request.body);
    const loadBalancer = world.findLoadBalancer(fields.text('loadBalancerArn'));
    world.loadBalancing.deleteLoadBalancer(loadBalancer, loadBalancer.id, {
      force: fields.optionalBoolean('force') ?? true,
    });
    response.status(204).end();
  });

  return router;
}
