import { SandboxContext } from '../sandboxContext';
import { RunningServer } from '../server/listenOnLoopback';
import { CredentialStore } from './auth/CredentialStore';
import { awsServices } from './awsServices';
import { AwsEndpoint } from './server/AwsEndpoint';
import { startAwsServer } from './server/startAwsServer';

/** Starts the AWS endpoint for all services. @internal */
export function startAws(
  context: SandboxContext,
  port: number,
): Promise<RunningServer> {
  const { world, faults, throttle, requestLog } = context;
  const endpoint = new AwsEndpoint({
    services: awsServices,
    world,
    credentials: new CredentialStore([context.credentials]),
    faults,
    throttle,
    log: requestLog,
  });
  return startAwsServer({
    endpoint,
    faults,
    port,
    portVariable: 'POSTERN_AWS_PORT',
  });
}
