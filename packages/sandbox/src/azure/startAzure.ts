import { SandboxContext } from '../sandboxContext';
import { RunningServer } from '../server/listenOnLoopback';
import { TokenIssuer } from './auth/TokenIssuer';
import { firewallPolicyOperations } from './cdn/firewallPolicyOperations';
import { frontDoorOperations } from './cdn/frontDoorOperations';
import { frontDoorPartOperations } from './cdn/frontDoorPartOperations';
import { microsoftNetwork } from './network/microsoftNetwork';
import { linkTargetOperations } from './resources/linkTargetOperations';
import { providerOperations } from './resources/providerOperations';
import { subscriptionOperations } from './resources/subscriptionOperations';
import { AzureEndpoint } from './server/AzureEndpoint';
import { longRunningOperations } from './server/longRunning';
import { startAzureServer } from './server/startAzureServer';
import { createServerIdentity } from './tls/createServerIdentity';

/** The running Azure endpoint. @internal */
export interface RunningAzure extends RunningServer {
  /** What its clients must trust, as PEM. */
  caCertificate: string;
}

/** Starts Azure Resource Manager, with an authority of its own for HTTPS. @internal */
export async function startAzure(
  context: SandboxContext,
  port: number,
): Promise<RunningAzure> {
  const { azure, faults, throttle, requestLog } = context;
  const identity = await createServerIdentity();
  const endpoint = new AzureEndpoint({
    operations: [
      ...subscriptionOperations,
      ...providerOperations,
      ...longRunningOperations,
      ...microsoftNetwork,
      ...frontDoorOperations,
      ...frontDoorPartOperations,
      ...firewallPolicyOperations,
      // Any resource, so after those that have operations of their own.
      ...linkTargetOperations,
    ],
    azure,
    settings: context.azureSettings,
    limits: context.armLimits,
    issuer: new TokenIssuer(context.clock),
    faults,
    throttle,
    log: requestLog,
  });
  const server = await startAzureServer({
    endpoint,
    identity,
    faults,
    port,
    portVariable: 'POSTERN_AZURE_PORT',
  });
  return { ...server, caCertificate: identity.caCertificate };
}
