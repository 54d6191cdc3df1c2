import { exposeService } from '../../__testUtils__/exposeService';
import { makeLoadBalancer } from '../../__testUtils__/publish';
import {
  PROVIDER,
  startWire,
  surveyScope,
  type Wire,
} from '../../__testUtils__/startWire';

describe('survey of several kinds under faults', () => {
  let wire: Wire;

  beforeEach(async () => {
    wire = await startWire({
      aws: { maxAttempts: 2 },
      kinds: { loadBalancers: true },
    });
    exposeService(wire, 'payments');
    makeLoadBalancer(wire, 'web');
  });
  afterEach(() => wire.stop());

  const deny = (...deniedActions: string[]) =>
    wire.sandbox.world.accounts.addRole(PROVIDER.accountId, {
      name: 'Postern',
      deniedActions,
    });
  const namesOf = ({ exposures }: Awaited<ReturnType<typeof surveyScope>>) =>
    exposures.map(({ name }) => name);

  it.each([
    {
      denied: 'tag:GetResources',
      what: 'load balancers, for without tags their owners would be lost',
      names: ['payments'],
    },
    {
      denied: 'ec2:DescribeVpcEndpointConnections',
      what: 'connections',
      names: ['payments', 'web'],
    },
    {
      denied: 'elasticloadbalancing:DescribeTags',
      what: 'endpoint services, for without tags their owners would be lost',
      names: ['web'],
    },
  ])(
    'fails without $denied, and hides nothing but $what',
    async ({ denied, names }) => {
      deny(denied);

      const survey = await surveyScope(wire);

      expect(survey.error?.message).toContain(`'${denied}'`);
      expect(namesOf(survey)).toEqual(names);
    },
  );

  it('lists no load balancer while it cannot tell which stand behind a service', async () => {
    deny('ec2:DescribeVpcEndpointServiceConfigurations');

    const survey = await surveyScope(wire);

    expect(survey.error?.name).toBe('AwsAccessDeniedError');
    expect(namesOf(survey)).toEqual([]);
  });

  it('names every action that is missing', async () => {
    deny('ec2:DescribeVpcEndpointConnections', 'tag:GetResources');

    const { error } = await surveyScope(wire);

    expect(error?.name).toBe('SurveyIncompleteError');
    expect(error?.message).toContain("'ec2:DescribeVpcEndpointConnections'");
    expect(error?.message).toContain("'tag:GetResources'");
  });

  it('is not complete when a later page of tags fails', async () => {
    wire.sandbox.faults.inject({
      action: 'GetResources',
      effect: { type: 'failed-page', page: 1, code: 'ServiceUnavailable' },
    });

    const survey = await surveyScope(wire);

    expect(namesOf(survey)).toEqual(['payments']);
    expect(survey.error).toBeDefined();
  });

  it('asks an account that cannot be entered once', async () => {
    wire.sandbox.world.accounts.addRole(PROVIDER.accountId, {
      name: 'Postern',
      assumable: false,
    });

    const survey = await surveyScope(wire);

    expect(survey.error?.name).toBe('AwsCredentialsError');
    expect(wire.calls).toEqual([]);
  });
});
