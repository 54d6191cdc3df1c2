import request from 'supertest';
import {
  addLinkService,
  AZURE_CONSUMER,
  startAzureSandbox,
} from '../../__testUtils__/startAzureSandbox';
import { Sandbox } from '../../startSandbox';

describe('the control API for Azure', () => {
  let sandbox: Sandbox;

  beforeEach(async () => {
    sandbox = await startAzureSandbox();
  });
  afterEach(() => sandbox.stop());

  const api = () => request(`${sandbox.urls.console}/control/azure`);

  it('connects a consumer, changes its state, replaces it and disconnects', async () => {
    const { id: target } = addLinkService(sandbox, 'payments');
    const { subscriptionId } = AZURE_CONSUMER;

    const made = await api()
      .post('/connections')
      .send({ subscriptionId, target, requestMessage: 'Hello' });
    expect(made.status).toBe(201);
    expect(made.body.connection).toMatchObject({
      status: 'Pending',
      description: 'Hello',
    });
    const privateEndpointId = made.body.id;

    const changed = await api()
      .post('/connections/state')
      .send({ privateEndpointId, status: 'Timeout' });
    expect(changed.body.status).toBe('Timeout');

    const replaced = await api()
      .post('/connections/replace')
      .send({ privateEndpointId });
    expect(replaced.body.id).toBe(privateEndpointId);
    expect(replaced.body.connection.id).not.toBe(made.body.connection.id);

    await api().delete('/connections').send({ privateEndpointId });
    const { body } = await api().get('/connections').query({ target });
    expect(body.connections).toEqual([]);
  });

  it('says what Azure would say of a target that is not there', async () => {
    const { subscriptionId } = AZURE_CONSUMER;

    const { status, body } = await api()
      .post('/connections')
      .send({ subscriptionId, target: 'nowhere' });

    expect(status).toBe(400);
    expect(body.error.name).toBe('InvalidResourceReference');
  });

  it('changes and ends the limits, and the reset brings them back', async () => {
    const { body: changed } = await api()
      .put('/limits')
      .send({ reads: { capacity: 1, refillPerSecond: 1 } });
    expect(changed.limits).toMatchObject({
      reads: { capacity: 1 },
      writes: { capacity: 200 },
    });
    const { body: off } = await api().put('/limits').send({ enabled: false });
    expect(off.limits).toBeNull();

    await request(`${sandbox.urls.console}/control`).post('/reset');

    const { body } = await api().get('/limits');
    expect(body.limits.reads).toEqual({ capacity: 250, refillPerSecond: 25 });
  });

  it('seeds, and plays the accident that takes a service away', async () => {
    const { subscriptionId } = AZURE_CONSUMER;
    const { body } = await api().post('/seed').send({
      subscriptionId,
      services: 2,
      connectionsPerService: 3,
    });
    expect(body).toEqual({ services: 2, connections: 6 });
    const [service] = sandbox.azure.privateLinkServices.services.all();
    const [connection] = sandbox.azure.connections.listOf(service.id);

    await api().post('/private-link-services/delete').send({ id: service.id });

    expect(connection.status).toBe('Disconnected');
    expect(sandbox.azure.privateLinkServices.services.all()).toHaveLength(1);
  });
});
