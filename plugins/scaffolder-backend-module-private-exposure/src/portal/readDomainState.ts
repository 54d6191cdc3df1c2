import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { AwsPrivateLinkConsumerInput } from '@postern/backstage-plugin-private-exposure-manifests';
import { openPortal, type PortalOptions } from './openPortal';

/** What is known of the domain of a service. @internal */
export type DomainState = NonNullable<
  NonNullable<AwsPrivateLinkConsumerInput['privateDns']>['verification']
>;

/**
 * Asks the private exposure backend, in the name of the person who runs the template, whether AWS has verified the domain
 * of an endpoint service.
 *
 * @returns `unknown` where nobody could look, the portal sees no such service of the entity, or saw it some time ago.
 *
 * @internal
 */
export async function readDomainState(
  options: PortalOptions & {
    /** Whose service it is. */
    entityRef: string;
    /** Such as `com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0`. */
    serviceName: string;
    /** Told why nobody could look. */
    logger: LoggerService;
  },
): Promise<DomainState> {
  const { entityRef, serviceName, logger } = options;
  const id = serviceName.slice(serviceName.lastIndexOf('.') + 1);
  try {
    const { client, token } = await openPortal(options);
    const { exposures } = await client.getEntityExposures(entityRef, { token });
    const service = exposures.find(
      ({ kind, nativeId }) =>
        kind === 'aws-endpoint-service' && nativeId.split('/').at(-1) === id,
    );
    if (service?.source.state !== 'fresh') return 'unknown';
    return service.domain?.state ?? 'none';
  } catch (error) {
    logger.warn(
      `Nobody could look whether the domain of ${serviceName} is verified: ${stringifyError(
        error,
      )}`,
    );
    return 'unknown';
  }
}
