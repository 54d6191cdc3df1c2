import type { Endpoint } from 'sandbox';
import { exposeService } from '../../__testUtils__/exposeService';
import {
  LEGACY_SCOPE,
  PARTNER,
  PROVIDER_SCOPE,
  startWire,
  type Wire,
} from '../../__testUtils__/startWire';

const { signal } = new AbortController();

describe('decide', () => {
  let wire: Wire;
  let serviceName: string;
  let serviceArn: string;

  beforeEach(async () => {
    wire = await startWire({ aws: { requestTimeout: '5s' } });
    const { service } = exposeService(wire, 'ledger');
    serviceName = service.serviceName;
    serviceArn = `arn:aws:ec2:eu-west-1:222233334444:vpc-endpoint-service/${service.id}`;
  });
  afterEach(() => wire.stop());

  const connect = (): Endpoint =>
    wire.sandbox.world.connect({
      consumerAccount: PARTNER.accountId,
      region: PARTNER.region,
      serviceName,
    });
  const refTo = (endpoint: Pick<Endpoint, 'id'>) => ({
    scopeId: PROVIDER_SCOPE,
    exposureNativeId: serviceArn,
    nativeId: endpoint.id,
  });
  const stateOf = async (endpoint: Endpoint) =>
    (await wire.provider.readConnection(refTo(endpoint), { signal }))?.state;
  const thrownBy = async (work: Promise<unknown>): Promise<Error> =>
    work.then(
      () => new Error('nothing was thrown'),
      error => error,
    );

  it('approves: the endpoint comes up', async () => {
    const endpoint = connect();

    await wire.provider.decide(refTo(endpoint), 'approve', 'known', { signal });
    const atOnce = await stateOf(endpoint);
    wire.sandbox.clock.advance(60_000);

    expect(atOnce).toBe('connecting');
    expect(await stateOf(endpoint)).toBe('connected');
  });

  it('removes a consumer that is connected', async () => {
    const endpoint = connect();
    await wire.provider.decide(refTo(endpoint), 'approve', 'known', { signal });
    wire.sandbox.clock.advance(60_000);

    await wire.provider.decide(refTo(endpoint), 'remove', 'over', { signal });

    expect(await stateOf(endpoint)).toBe('rejected');
  });

  it('takes a 200 with an Unsuccessful list for the refusal it is', async () => {
    const endpoint = connect();
    wire.sandbox.faults.inject({
      action: 'AcceptVpcEndpointConnections',
      effect: {
        type: 'unsuccessful',
        code: 'InvalidState',
        message: 'Not in this state',
      },
    });

    const error = await thrownBy(
      wire.provider.decide(refTo(endpoint), 'approve', 'known', { signal }),
    );

    expect(error.name).toBe('DecisionRefusedError');
    expect(error.message).toContain('InvalidState: Not in this state');
    expect(error.message).toContain(endpoint.id);
    expect(await stateOf(endpoint)).toBe('pending');
  });

  it('is refused for an endpoint that its owner replaced by another', async () => {
    const endpoint = connect();
    wire.sandbox.world.disconnect(endpoint.id);
    wire.sandbox.clock.advance(60_000);
    const replacement = connect();

    const error = await thrownBy(
      wire.provider.decide(refTo(endpoint), 'approve', 'known', { signal }),
    );

    expect(error.name).toBe('DecisionRefusedError');
    expect(await stateOf(endpoint)).toBeUndefined();
    expect(await stateOf(replacement)).toBe('pending');
  });

  it('is refused, naming the IAM action, where the role may only look', async () => {
    const endpoint = connect();
    wire.sandbox.world.accounts.addRole('222233334444', {
      name: 'Postern',
      deniedActions: ['ec2:AcceptVpcEndpointConnections'],
    });

    const error = await thrownBy(
      wire.provider.decide(refTo(endpoint), 'approve', 'known', { signal }),
    );

    expect(error.name).toBe('DecisionRefusedError');
    expect(error.message).toContain("'ec2:AcceptVpcEndpointConnections'");
    expect(await stateOf(endpoint)).toBe('pending');
  });

  it.each([
    {
      what: 'an internal error',
      effect: { type: 'error', code: 'InternalError', status: 500 },
    },
    { what: 'a broken connection', effect: { type: 'reset' } },
    { what: 'no answer', effect: { type: 'timeout' } },
  ] as const)(
    'leaves open what $what did, and does not call twice',
    async ({ effect }) => {
      const endpoint = connect();
      const fault = wire.sandbox.faults.inject({
        action: 'AcceptVpcEndpointConnections',
        effect,
        afterEffect: true,
      });

      const error = await thrownBy(
        wire.provider.decide(refTo(endpoint), 'approve', 'known', { signal }),
      );

      expect(error.name).not.toBe('DecisionRefusedError');
      expect(fault.met).toBe(1);
      expect(await stateOf(endpoint)).toBe('connecting');
    },
  );

  it('calls again after a throttle, for nothing has happened', async () => {
    const endpoint = connect();
    wire.sandbox.faults.inject({
      action: 'AcceptVpcEndpointConnections',
      effect: { type: 'error', code: 'RequestLimitExceeded', status: 503 },
      times: 1,
    });

    await wire.provider.decide(refTo(endpoint), 'approve', 'known', { signal });

    expect(await stateOf(endpoint)).toBe('connecting');
  });

  it('makes no call for a service of another scope', async () => {
    const ref = { ...refTo(connect()), scopeId: LEGACY_SCOPE };

    const error = await thrownBy(
      wire.provider.decide(ref, 'approve', 'known', { signal }),
    );

    expect(error.name).toBe('InputError');
    expect(wire.calls).toEqual([]);
  });
});

describe('startDomainVerification', () => {
  let wire: Wire;

  beforeEach(async () => {
    wire = await startWire();
  });
  afterEach(() => wire.stop());

  const serviceWith = (privateDnsName: string) => {
    const { service } = exposeService(wire, 'webhooks', { privateDnsName });
    const ref = {
      scopeId: PROVIDER_SCOPE,
      nativeId: `arn:aws:ec2:eu-west-1:222233334444:vpc-endpoint-service/${service.id}`,
    };
    return { service, ref };
  };

  it('verifies a wildcard by the very record that the survey names', async () => {
    const { ref } = serviceWith('*.k.acme.example');
    const domainNow = async () => {
      const pages = wire.provider.survey(PROVIDER_SCOPE, { signal });
      const { value } = await pages.next();
      return value?.exposures[0].domain;
    };
    const before = await domainNow();
    wire.sandbox.world.publishTxtRecord(
      before?.record?.name ?? '',
      before?.record?.value ?? '',
    );

    await wire.provider.startDomainVerification(ref, { signal });
    wire.sandbox.clock.advance(60_000);

    expect(before?.state).toBe('pending');
    expect((await domainNow())?.state).toBe('verified');
  });

  it('names the IAM action that is missing', async () => {
    const { ref } = serviceWith('webhooks.acme.example');
    wire.sandbox.world.accounts.addRole('222233334444', {
      name: 'Postern',
      deniedActions: ['ec2:StartVpcEndpointServicePrivateDnsVerification'],
    });

    const verification = wire.provider.startDomainVerification(ref, { signal });

    await expect(verification).rejects.toMatchObject({
      name: 'NotAllowedError',
      message: expect.stringContaining(
        "'ec2:StartVpcEndpointServicePrivateDnsVerification'",
      ),
    });
  });
});
