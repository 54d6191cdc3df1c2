import { request as httpRequest } from 'node:http';
import {
  DescribeNetworkInterfacesCommand,
  DescribeVpcsCommand,
} from '@aws-sdk/client-ec2';
import { DescribeTargetHealthCommand } from '@aws-sdk/client-elastic-load-balancing-v2';
import request from 'supertest';
import { ec2Client, elbClient } from '../__testUtils__/awsClients';
import {
  addEndpointService,
  CONSUMER,
  PROVIDER,
  startTestSandbox,
} from '../__testUtils__/startTestSandbox';
import { Sandbox, startSandbox } from '../startSandbox';
import { TopicMessage } from '../world';

describe('the control API', () => {
  let sandbox: Sandbox;

  beforeEach(async () => {
    sandbox = await startTestSandbox();
  });
  afterEach(() => sandbox.stop());

  const control = () => request(`${sandbox.urls.console}/control`);

  it('connects, replaces and disconnects a consumer', async () => {
    const { serviceName } = addEndpointService(sandbox, 'ledger');
    const connected = await control().post('/connections').send({
      consumerAccount: CONSUMER.accountId,
      region: 'eu-west-1',
      serviceName,
    });
    expect(connected.body).toMatchObject({ state: 'pendingAcceptance' });

    const replaced = await control().post(
      `/connections/${connected.body.id}/replace`,
    );
    expect(replaced.status).toBe(201);
    expect(replaced.body).toMatchObject({
      accountId: CONSUMER.accountId,
      serviceName,
      state: 'pendingAcceptance',
    });
    expect(replaced.body.id).not.toBe(connected.body.id);
    const gone = await control().get(`/connections/${connected.body.id}`);
    expect(gone.body.error.name).toBe('InvalidVpcEndpointId.NotFound');

    await control().delete(`/connections/${replaced.body.id}`).expect(204);
    const leaving = await control().get(`/connections/${replaced.body.id}`);
    expect(leaving.body.state).toBe('deleting');
  });

  it('shows what a topic is told of the connections of a service', async () => {
    const service = addEndpointService(sandbox, 'ledger');
    const topicArn = 'arn:aws:sns:eu-west-1:222233334444:inbox';
    sandbox.world.notifications.createNotification(PROVIDER, {
      topicArn,
      events: ['Connect', 'Accept', 'Reject', 'Delete'],
      serviceId: service.id,
    });
    const { id } = sandbox.world.connect({
      consumerAccount: CONSUMER.accountId,
      region: 'eu-west-1',
      serviceName: service.serviceName,
    });
    sandbox.world.connect({
      consumerAccount: CONSUMER.accountId,
      region: 'eu-west-1',
      serviceName: addEndpointService(sandbox, 'orders').serviceName,
    });
    const { connections } = sandbox.world;
    connections.accept(PROVIDER, service.id, [id]);
    connections.accept(PROVIDER, service.id, [id]);
    connections.reject(PROVIDER, service.id, [id]);
    await control().delete(`/connections/${id}`).expect(204);
    sandbox.clock.advance(60_000);

    const { body } = await control().get(`/messages?topicArn=${topicArn}`);

    expect(
      body.messages.map(
        ({ Message }: TopicMessage) => JSON.parse(Message).ConnectionEvent,
      ),
    ).toEqual(['Connect', 'Accept', 'Reject', 'Delete']);
    // The fields of SNS, all of them and no others.
    expect(body.messages[0]).toEqual({
      Type: 'Notification',
      MessageId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      TopicArn: topicArn,
      Message: JSON.stringify({
        ConnectionEvent: 'Connect',
        ServiceId: service.id,
        VpcEndpointId: id,
        VpcEndpointOwner: CONSUMER.accountId,
        VpcEndpointRegion: 'eu-west-1',
      }),
      Timestamp: expect.stringMatching(/Z$/),
      SignatureVersion: '1',
      Signature: '',
      SigningCertURL: '',
      UnsubscribeURL: '',
    });
    expect((await control().get('/messages?topicArn=other')).body).toEqual({
      messages: [],
    });
    await control().delete('/messages').expect(204);
    expect((await control().get('/messages')).body.messages).toEqual([]);
  });

  it('moves the clock and the times that things take', async () => {
    const before = (await control().get('/clock')).body.now;

    await control()
      .patch('/clock/timings')
      .send({ endpointAvailable: 90_000 })
      .expect(200);
    const { body } = await control()
      .post('/clock/advance')
      .send({ milliseconds: 60_000 });

    expect(body).toMatchObject({
      now: before + 60_000,
      isFrozen: true,
      timings: { endpointAvailable: 90_000 },
    });
  });

  it('injects a fault and counts the calls that met it', async () => {
    const client = ec2Client(sandbox, { accountId: PROVIDER.accountId });
    const { body } = await control()
      .post('/faults')
      .send({
        action: 'DescribeVpcs',
        effect: { type: 'error', code: 'Unavailable', status: 503 },
      });
    await expect(
      client.send(new DescribeVpcsCommand({})),
    ).rejects.toMatchObject({ name: 'Unavailable' });
    await control().delete(`/faults/${body.id}`).expect(204);
    await client.send(new DescribeVpcsCommand({}));

    const { counts } = (await control().get('/calls')).body;
    expect(counts).toContainEqual({
      service: 'ec2',
      action: 'DescribeVpcs',
      ...PROVIDER,
      calls: 2,
      errors: 1,
    });
  });

  it('publishes and removes TXT records', async () => {
    const record = { name: '_a.acme.example', value: 'vpce:Token' };
    const { body } = await control().post('/txt').send(record);
    expect(body.records).toEqual([
      { name: '_a.acme.example', values: ['vpce:Token'] },
    ]);

    await control().delete('/txt').send({ name: '_a.acme.example' });

    expect((await control().get('/txt')).body.records).toEqual([]);
  });

  it('puts targets behind a security group of another account', async () => {
    const { world } = sandbox;
    const { network } = world;
    const vpc = network.ensureDefaultVpc(PROVIDER);
    const subnets = network.subnetsOfVpc(PROVIDER, vpc.id);
    world.shares.create(PROVIDER, {
      name: 'pods',
      resourceArns: subnets.map(
        ({ id }) =>
          `arn:aws:ec2:${PROVIDER.region}:${PROVIDER.accountId}:subnet/${id}`,
      ),
      principals: [CONSUMER.accountId],
    });
    const loadBalancer = world.createLoadBalancer(PROVIDER, {
      name: 'web',
      type: 'application',
      subnetIds: subnets.map(({ id }) => id),
    });
    const { id: targetGroupArn } = world.createTargetGroup(PROVIDER, {
      name: 'web',
      protocol: 'HTTP',
      port: 80,
      vpcId: vpc.id,
      targetType: 'ip',
    });
    world.createListener(PROVIDER, {
      loadBalancerArn: loadBalancer.id,
      port: 80,
      protocol: 'HTTP',
      targetGroupArn,
    });
    world.registerTargets(PROVIDER, targetGroupArn, [
      { targetId: '172.31.0.100' },
    ]);

    const body = { targetGroupArn, accountId: CONSUMER.accountId };
    await control().post('/targets/block').send(body).expect(204);
    await control().post('/targets/block').send(body).expect(204);

    const { NetworkInterfaces } = await ec2Client(sandbox, {
      accountId: CONSUMER.accountId,
    }).send(
      new DescribeNetworkInterfacesCommand({
        Filters: [
          { Name: 'addresses.private-ip-address', Values: ['172.31.0.100'] },
        ],
      }),
    );
    expect(NetworkInterfaces).toEqual([
      expect.objectContaining({
        OwnerId: CONSUMER.accountId,
        Groups: [expect.objectContaining({ GroupName: 'lets-nothing-in' })],
      }),
    ]);
    const { TargetHealthDescriptions } = await elbClient(sandbox, {
      accountId: PROVIDER.accountId,
    }).send(
      new DescribeTargetHealthCommand({ TargetGroupArn: targetGroupArn }),
    );
    expect(TargetHealthDescriptions?.[0].TargetHealth).toMatchObject({
      State: 'unhealthy',
      Reason: 'Target.Timeout',
    });
  });

  it('lets nobody assume a role any more, and then everybody again', async () => {
    const identify = () =>
      ec2Client(sandbox, { accountId: PROVIDER.accountId }).send(
        new DescribeVpcsCommand({}),
      );
    const role = { accountId: PROVIDER.accountId, name: 'Postern' };

    await control()
      .put('/roles')
      .send({ ...role, assumable: false })
      .expect(200);
    await expect(identify()).rejects.toMatchObject({ name: 'AccessDenied' });

    await control().put('/roles').send(role).expect(200);
    await expect(identify()).resolves.toBeDefined();
  });

  it('deletes a load balancer under a service, and resets the world', async () => {
    const service = addEndpointService(sandbox, 'reports');
    const [loadBalancerArn] = service.loadBalancerArns;

    await control()
      .post('/load-balancers/delete')
      .send({ loadBalancerArn })
      .expect(204);
    expect(sandbox.world.loadBalancing.loadBalancers.all()).toEqual([]);
    expect(service.loadBalancerArns).toEqual([loadBalancerArn]);

    await control().post('/reset').expect(204);
    expect(sandbox.world.endpointServices.services.all()).toEqual([]);
  });

  it.each([
    ['/faults', { effect: { type: 'panic' } }, "'type'"],
    ['/faults', { effect: { type: 'error' } }, "'code'"],
    ['/clock/advance', { milliseconds: -1 }, "'milliseconds'"],
    ['/connections', { region: 'eu-west-1' }, "'consumerAccount'"],
    ['/seed', [], 'The body'],
  ])('names what is wrong with %s %j', async (path, body, named) => {
    const answer = await control().post(path).send(body);

    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toContain(named);
  });

  it.each([
    ['a foreign host name', { host: 'rebound.example' }],
    ['a page from elsewhere', { origin: 'https://evil.example' }],
  ])('does not answer %s', async (_name, headers) => {
    const { hostname, port } = new URL(sandbox.urls.console);
    const status = await new Promise(resolve => {
      httpRequest(
        { hostname, port, path: '/control/reset', method: 'POST', headers },
        response => resolve(response.resume().statusCode),
      ).end();
    });

    expect(status).toBe(403);
  });

  it('names the variable that moves a taken port', async () => {
    const port = Number(new URL(sandbox.urls.aws).port);

    await expect(startSandbox({ awsPort: port })).rejects.toThrow(
      `Port ${port} is taken. End what uses it, or choose another port with POSTERN_AWS_PORT.`,
    );
  });
});
