import { SandboxContext } from '../sandboxContext';
import { RunningServer } from '../server/listenOnLoopback';
import { TokenIssuer } from './auth/TokenIssuer';
import { azureOperations } from './azureOperations';
import { AzureEndpoint } from './server/AzureEndpoint';
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
    operations: azureOperations,
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
