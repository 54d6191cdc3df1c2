import { setImmediate } from 'node:timers/promises';
import { exposeService } from '../../__testUtils__/exposeService';
import {
  LEGACY_SCOPE,
  PARTNER,
  PROVIDER_SCOPE,
  startWire,
  surveyScope,
  type Wire,
} from '../../__testUtils__/startWire';

describe('survey under faults', () => {
  let wire: Wire;

  beforeEach(async () => {
    wire = await startWire({ aws: { requestTimeout: '5s', maxAttempts: 3 } });
    const { service } = exposeService(wire, 'ledger');
    wire.sandbox.world.connect({
      consumerAccount: PARTNER.accountId,
      region: PARTNER.region,
      serviceName: service.serviceName,
    });
  });
  afterEach(() => wire.stop());

  it('repeats what was throttled, and counts the throttles', async () => {
    wire.sandbox.faults.inject({
      action: 'DescribeVpcEndpointConnections',
      effect: { type: 'error', code: 'RequestLimitExceeded', status: 503 },
      times: 2,
    });

    const survey = await surveyScope(wire);

    expect(survey.error).toBeUndefined();
    expect(survey.connections).toHaveLength(1);
    expect(
      wire.calls
        .filter(call => call.operation.endsWith('EndpointConnections'))
        .map(({ throttled }) => throttled),
    ).toEqual([true, true, false]);
  });

  it('repeats what failed in the cloud, and throws when it goes on failing', async () => {
    const fault = wire.sandbox.faults.inject({
      action: 'DescribeTags',
      effect: { type: 'error', code: 'InternalFailure', status: 500 },
    });

    const failed = await surveyScope(wire);
    wire.sandbox.faults.clear(fault.id);
    const healed = await surveyScope(wire);

    expect(failed.error?.name).toBe('InternalFailure');
    expect(fault.met).toBe(3);
    expect(healed).toMatchObject({ exposures: [{}], connections: [{}] });
  });

  it('gives an attempt up that gets no answer in time', async () => {
    wire.sandbox.faults.inject({
      action: 'DescribeVpcEndpointServiceConfigurations',
      effect: { type: 'timeout' },
      times: 1,
    });

    const survey = await surveyScope(wire);

    expect(survey).toMatchObject({ exposures: [{}], connections: [{}] });
    expect(wire.calls[0].milliseconds).toBeGreaterThanOrEqual(1_900);
  });

  it('yields what it had when a later page fails, and throws', async () => {
    wire.sandbox.faults.inject({
      action: 'DescribeVpcEndpointConnections',
      effect: { type: 'failed-page', page: 1, code: 'Unavailable' },
    });

    const survey = await surveyScope(wire);

    expect(survey.exposures).toHaveLength(1);
    expect(survey.connections).toEqual([]);
    expect(survey.error?.name).toBe('Unavailable');
  });

  it('shows a state that is new to us as unknown, and says so once', async () => {
    wire.sandbox.faults.inject({
      action: 'DescribeVpcEndpointConnections',
      effect: { type: 'state-word', word: 'Hibernating' },
    });

    const [first] = (await surveyScope(wire)).connections;
    await surveyScope(wire);

    expect(first).toMatchObject({
      state: 'unknown',
      nativeState: 'Hibernating',
    });
    expect(wire.warnings).toEqual([expect.stringContaining('Hibernating')]);
  });

  it('throws for an account that cannot be entered, and goes on with the others', async () => {
    const legacy = await surveyScope(wire, LEGACY_SCOPE);
    const ours = await surveyScope(wire, PROVIDER_SCOPE);

    expect(legacy.error?.name).toBe('AwsCredentialsError');
    expect(legacy.error?.message).toContain('999988887777');
    expect(ours.exposures).toHaveLength(1);
  });

  it('enters an account again once its role can be assumed', async () => {
    await surveyScope(wire, LEGACY_SCOPE);
    wire.sandbox.world.accounts.addRole('999988887777', { name: 'Postern' });

    const legacy = await surveyScope(wire, LEGACY_SCOPE);

    expect(legacy.error).toBeUndefined();
  });

  it('names the IAM action that is missing', async () => {
    wire.sandbox.world.accounts.addRole('222233334444', {
      name: 'Postern',
      deniedActions: ['elasticloadbalancing:DescribeTags'],
    });

    const { error, exposures } = await surveyScope(wire);

    expect(error?.name).toBe('AwsAccessDeniedError');
    expect(error?.message).toContain("'elasticloadbalancing:DescribeTags'");
    // Without the tags nobody could tell whose they are; an owner must not be lost over this.
    expect(exposures).toEqual([]);
  });

  it('ends at once when it is told to, while a call hangs', async () => {
    const controller = new AbortController();
    const fault = wire.sandbox.faults.inject({
      action: 'DescribeVpcEndpointServiceConfigurations',
      effect: { type: 'timeout' },
    });
    const survey = wire.provider.survey(PROVIDER_SCOPE, {
      signal: controller.signal,
    });
    const first = survey.next();
    await met(fault);

    controller.abort(new Error('shutting down'));

    await expect(first).rejects.toThrow('shutting down');
  });
});

/** Waits for a call to run into a fault. Gives up: a test that has timed out must not go on asking, or never ends. */
async function met(fault: { id: string; met: number }): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (fault.met === 0) {
    if (Date.now() > deadline) {
      throw new Error(`No call met the fault '${fault.id}' in 30 s`);
    }
    await setImmediate();
  }
}
