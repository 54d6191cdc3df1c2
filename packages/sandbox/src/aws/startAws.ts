import { SandboxContext } from '../sandboxContext';
import { RunningServer } from '../server/listenOnLoopback';
import { CredentialStore } from './auth/CredentialStore';
import { ec2Service } from './ec2/ec2Service';
import { elbv2Service } from './elbv2/elbv2Service';
import { AwsEndpoint } from './server/AwsEndpoint';
import { startAwsServer } from './server/startAwsServer';
import { stsService } from './sts/stsService';

/** Starts the AWS endpoint for all services. @internal */
export function startAws(
  context: SandboxContext,
  port: number,
): Promise<RunningServer> {
  const { world, faults, throttle, requestLog } = context;
  const endpoint = new AwsEndpoint({
    services: [stsService, ec2Service, elbv2Service],
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
