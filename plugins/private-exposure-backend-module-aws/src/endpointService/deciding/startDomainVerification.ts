import { StartVpcEndpointServicePrivateDnsVerificationCommand } from '@aws-sdk/client-ec2';
import { NotAllowedError } from '@backstage/errors';
import type { ExposureRef } from '@postern/backstage-plugin-private-exposure-node';
import { isAccessDeniedError } from '../../clients/errors';
import { toServiceId } from '../mapping/serviceArns';
import type { DecideOptions } from './decide';

/**
 * Asks AWS to look for the TXT record of a service's private name now. The answer shows in the next survey.
 *
 * @throws NotAllowedError, naming the IAM action, if the role may not ask; else what AWS says, such as that the service
 * has no private name.
 * @internal
 */
export async function startDomainVerification(
  ref: ExposureRef,
  { scope, ec2, signal }: DecideOptions,
): Promise<void> {
  try {
    await ec2.send(
      new StartVpcEndpointServicePrivateDnsVerificationCommand({
        ServiceId: toServiceId(scope, ref.nativeId),
      }),
      { signal, changes: true },
    );
  } catch (error) {
    if (isAccessDeniedError(error)) {
      throw new NotAllowedError(error.message);
    }
    throw error;
  }
}
