import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import type { CallObserver } from '@postern/backstage-plugin-private-exposure-node';
import {
  surveyContent,
  surveyPages as surveyPagesOf,
} from '@postern/backstage-plugin-private-exposure-node/testUtils';
import {
  type Sandbox,
  type SandboxOptions,
  startSandbox,
  trustAuthority,
} from 'sandbox';
import { AzureExposureProvider } from '../AzureExposureProvider';
import { readAzureProviderConfig } from '../config';
import { requiredRbacActions } from '../requiredRbacActions';

/** Our tenant. */
export const TENANT = '11111111-aaaa-4000-8000-000000000001';
/** A subscription of ours with private link services. */
export const PAYMENTS = '11111111-cccc-4000-8000-000000000001';
/** A subscription of ours with consumers. */
export const ANALYTICS = '11111111-cccc-4000-8000-000000000002';
/** A subscription of ours in which we have no role. */
export const LEGACY = '11111111-cccc-4000-8000-000000000009';
/** A consumer's that is not ours. */
export const PARTNER = '22222222-cccc-4000-8000-000000000002';

/** The scope of {@link PAYMENTS}. */
export const PAYMENTS_SCOPE = `azure/${PAYMENTS}`;
/** The scope of the Front Doors of {@link PAYMENTS}. */
export const FRONT_DOOR_SCOPE = `azure/${PAYMENTS}/front-door`;
/** The scope of {@link LEGACY}. */
export const LEGACY_SCOPE = `azure/${LEGACY}`;

/** Where tests put what is ours. */
export const PLACE = {
  subscriptionId: PAYMENTS,
  resourceGroup: 'MC_payments',
  location: 'westeurope',
};

const portal = {
  tenantId: TENANT,
  clientId: '11111111-bbbb-4000-8000-000000000001',
  clientSecret: 'postern-demo-secret',
  name: 'portal',
};
const PARTNER_TENANT = '22222222-aaaa-4000-8000-000000000002';

type Call = Parameters<CallObserver['onCall']>[0];

/** A provider in front of a sandbox, over the wire. */
export interface Wire {
  sandbox: Sandbox;
  provider: AzureExposureProvider;
  /** Every attempt that was reported. */
  calls: Call[];
  /** What was logged as a warning. */
  warnings: string[];
  stop(): Promise<void>;
}

/** What a test wants to be different. */
export interface WireOptions {
  /** Laid over `privateExposure.azure`. */
  azure?: Record<string, unknown>;
  timings?: SandboxOptions['azureTimings'];
  /** Resources of {@link PAYMENTS} that the configuration names. */
  resources?: readonly string[];
  /** What the portal may do in {@link PAYMENTS}; all that it needs by default. */
  actions?: readonly string[];
}

/** Starts a sandbox with a frozen clock, our tenant and a partner's, and a provider that is pointed at it. */
export async function startWire(options: WireOptions = {}): Promise<Wire> {
  const sandbox = await startSandbox({
    // The clock stands still, and an inspection would wait for the probes.
    azureTimings: { loadBalancerHealth: 0, ...options.timings },
  });
  sandbox.clock.freeze(Date.now());
  sandbox.armLimits.setLimits(undefined);
  addDirectory(sandbox, options.actions);

  const distrust = trustAuthority(sandbox.azureCaCertificate);
  const config = new ConfigReader(wireConfig(sandbox, options));
  const warnings: string[] = [];
  const logger = mockServices.logger.mock({
    warn: message => warnings.push(message),
  });
  const provider = AzureExposureProvider.create({
    config: readAzureProviderConfig(config),
    logger,
  });
  const calls: Call[] = [];
  provider.observeCalls({ onCall: call => calls.push(call) });
  return {
    sandbox,
    provider,
    calls,
    warnings,
    stop: async () => {
      distrust();
      await sandbox.stop();
    },
  };
}

function addDirectory(
  sandbox: Sandbox,
  actions: readonly string[] = everyAction(),
): void {
  const { directory } = sandbox.azure;
  directory.addTenant({ tenantId: TENANT, name: 'acme' });
  directory.addTenant({ tenantId: PARTNER_TENANT, name: 'globex' });
  for (const [subscriptionId, tenantId, name] of [
    [PAYMENTS, TENANT, 'acme-payments'],
    [ANALYTICS, TENANT, 'acme-analytics'],
    [LEGACY, TENANT, 'acme-legacy'],
    [PARTNER, PARTNER_TENANT, 'globex'],
  ]) {
    directory.addSubscription({ subscriptionId, tenantId, name });
  }
  directory.addServicePrincipal({
    ...portal,
    // No more than what the documentation tells people to allow.
    roles: [
      { scope: `/subscriptions/${PAYMENTS}`, actions },
      { scope: `/subscriptions/${ANALYTICS}`, actions: everyAction() },
    ],
  });
}

/** Every action of the documented roles. */
export function everyAction(): string[] {
  return [...requiredRbacActions.reader, ...requiredRbacActions.approver];
}

/** What the documented roles have besides for a type whose resources are named. */
export function resourceActions(type: string): string[] {
  const { resourceReader, resourceApprover } = requiredRbacActions;
  return [...resourceReader, ...resourceApprover].map(
    action => `${type}/${action}`,
  );
}

function wireConfig(
  sandbox: Sandbox,
  { azure = {}, resources = [] }: WireOptions,
) {
  const { clientId, clientSecret } = portal;
  return {
    privateExposure: {
      azure: {
        tenants: [
          {
            tenantId: TENANT,
            authorityHost: sandbox.urls.azure,
            resourceManagerUrl: sandbox.urls.azure,
            credential: { type: 'client-secret', clientId, clientSecret },
            subscriptions: [
              {
                subscriptionId: PAYMENTS,
                name: 'acme-payments',
                resources: [...resources],
              },
              { subscriptionId: ANALYTICS, name: 'acme-analytics' },
              { subscriptionId: LEGACY, name: 'acme-legacy' },
            ],
          },
        ],
        callBudget: {
          reads: { perSecond: 10_000, burst: 10_000 },
          writes: { perSecond: 10_000, burst: 10_000 },
        },
        ...azure,
      },
    },
  };
}

/** All pages of a survey. */
export function surveyPages(
  { provider }: Pick<Wire, 'provider'>,
  scopeId: string = PAYMENTS_SCOPE,
) {
  return surveyPagesOf(provider, scopeId);
}

/** A survey's content, and the error that ended it, if one did. */
export function surveyScope(
  { provider }: Pick<Wire, 'provider'>,
  scopeId: string = PAYMENTS_SCOPE,
) {
  return surveyContent(provider, scopeId);
}
