import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { DefaultAwsCredentialsManager } from '@backstage/integration-aws-node';
import type { CallObserver } from '@postern/backstage-plugin-private-exposure-node';
import {
  surveyContent,
  surveyPages as surveyPagesOf,
} from '@postern/backstage-plugin-private-exposure-node/testUtils';
import { type Sandbox, startSandbox, type WorldTimings } from 'sandbox';
import { AwsExposureProvider } from '../AwsExposureProvider';
import { awsApis } from '../clients/callRates';
import { readAwsProviderConfig } from '../config';

/** An account of ours with endpoint services. */
export const PROVIDER = { accountId: '222233334444', region: 'eu-west-1' };
/** An account of ours with consumers. */
export const ANALYTICS = { accountId: '333344445555', region: 'eu-west-1' };
/** An account of ours whose role nobody may assume. */
export const LEGACY = { accountId: '999988887777', region: 'eu-west-1' };
/** A consumer that is not ours. */
export const PARTNER = { accountId: '444455556666', region: 'eu-west-1' };

/** The scope of {@link PROVIDER}. */
export const PROVIDER_SCOPE = 'aws/222233334444/eu-west-1';
/** What {@link PROVIDER} has outside regions. */
export const PROVIDER_GLOBAL_SCOPE = 'aws/222233334444/global';
/** The scope of {@link LEGACY}. */
export const LEGACY_SCOPE = 'aws/999988887777/eu-west-1';

const credentials = {
  accessKeyId: 'AKIAPOSTERNDEMO00001',
  secretAccessKey: 'postern-demo-secret',
  accountId: '000011112222',
  userName: 'portal',
};

type Call = Parameters<CallObserver['onCall']>[0];

/** A provider in front of a sandbox, over the wire. */
export interface Wire {
  sandbox: Sandbox;
  provider: AwsExposureProvider;
  /** Every attempt that was reported. */
  calls: Call[];
  /** What was logged as a warning. */
  warnings: string[];
  /** Another replica's provider, which remembers nothing yet. It reports to the same calls. */
  startReplica(): AwsExposureProvider;
  stop(): Promise<void>;
}

/** Starts a sandbox with a frozen clock, the accounts of the demo, and a provider that is pointed at it. */
export async function startWire(
  options: {
    /** Laid over `privateExposure.aws`. */
    aws?: Record<string, unknown>;
    /** What else is surveyed than endpoint services. */
    kinds?: { loadBalancers?: boolean; distributions?: boolean };
    timings?: Partial<WorldTimings>;
  } = {},
): Promise<Wire> {
  const sandbox = await startSandbox({ credentials, timings: options.timings });
  sandbox.clock.freeze(Date.now());
  const { accounts } = sandbox.world;
  for (const [{ accountId }, name, assumable] of [
    [PROVIDER, 'acme-payments', true],
    [ANALYTICS, 'acme-analytics', true],
    [PARTNER, 'globex', true],
    [LEGACY, 'acme-legacy', false],
  ] as const) {
    const roles = [{ name: 'Postern', assumable }];
    accounts.addAccount({ accountId, name, roles });
  }

  const endpointBefore = process.env.AWS_ENDPOINT_URL;
  process.env.AWS_ENDPOINT_URL = sandbox.urls.aws;
  const config = new ConfigReader(wireConfig(options));
  const warnings: string[] = [];
  const logger = mockServices.logger.mock({
    warn: message => warnings.push(message),
  });
  const calls: Call[] = [];
  const started: AwsExposureProvider[] = [];
  const startReplica = () => {
    const provider = AwsExposureProvider.create({
      config: readAwsProviderConfig(config),
      credentials: DefaultAwsCredentialsManager.fromConfig(config),
      logger,
    });
    provider.observeCalls({ onCall: call => calls.push(call) });
    started.push(provider);
    return provider;
  };
  return {
    sandbox,
    provider: startReplica(),
    calls,
    warnings,
    startReplica,
    stop: async () => {
      started.forEach(provider => provider.shutdown());
      await sandbox.stop();
      if (endpointBefore === undefined) delete process.env.AWS_ENDPOINT_URL;
      else process.env.AWS_ENDPOINT_URL = endpointBefore;
    },
  };
}

function wireConfig(options: Parameters<typeof startWire>[0] = {}) {
  const { accessKeyId, secretAccessKey } = credentials;
  const kinds = {
    loadBalancers: false,
    distributions: false,
    ...options.kinds,
  };
  const account = ({ accountId }: typeof PROVIDER, name: string) => ({
    accountId,
    name,
    regions: ['eu-west-1'],
    ...kinds,
  });
  return {
    aws: {
      mainAccount: { accessKeyId, secretAccessKey, region: 'eu-west-1' },
      accountDefaults: { roleName: 'Postern', region: 'eu-west-1' },
    },
    privateExposure: {
      aws: {
        accounts: [
          account(PROVIDER, 'acme-payments'),
          account(ANALYTICS, 'acme-analytics'),
          account(LEGACY, 'acme-legacy'),
        ],
        callBudget: Object.fromEntries(
          awsApis.map(api => [api, { perSecond: 10_000, burst: 10_000 }]),
        ),
        ...options.aws,
      },
    },
  };
}

/** All pages of a survey. */
export function surveyPages(
  { provider }: Pick<Wire, 'provider'>,
  scopeId: string = PROVIDER_SCOPE,
) {
  return surveyPagesOf(provider, scopeId);
}

/** A survey's content, and the error that ended it, if one did. */
export function surveyScope(
  { provider }: Pick<Wire, 'provider'>,
  scopeId: string = PROVIDER_SCOPE,
) {
  return surveyContent(provider, scopeId);
}
