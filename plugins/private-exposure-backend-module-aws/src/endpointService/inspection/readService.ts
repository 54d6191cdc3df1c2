import {
  DescribeVpcEndpointServiceConfigurationsCommand,
  DescribeVpcEndpointServicePermissionsCommand,
  type ServiceConfiguration,
} from '@aws-sdk/client-ec2';
import { NotFoundError } from '@backstage/errors';
import type { Grant } from '@postern/backstage-plugin-private-exposure-common';
import type { SurveyedExposure } from '@postern/backstage-plugin-private-exposure-node';
import { isNotFound } from '../../clients/errors';
import { readAll } from '../../clients/readPages';
import { toServiceId } from '../mapping/serviceArns';
import { toDomain } from '../mapping/toDomain';
import { toGrant } from '../mapping/toGrant';
import type { Seen } from '../../inspection/Seen';
import type { InspectedService } from './ServiceInspection';
import type { InspectionContext } from '../../inspection/InspectionContext';
import { look } from '../../inspection/look';

/**
 * Reads one endpoint service now.
 *
 * @throws NotFoundError if it does not exist any more; the next survey will say so too.
 * @internal
 */
export async function readServiceConfiguration(
  arn: string,
  context: InspectionContext,
): Promise<ServiceConfiguration> {
  const { callers, scope, signal } = context;
  const serviceId = toServiceId(scope, arn);
  try {
    const answer = await callers.ec2.send(
      new DescribeVpcEndpointServiceConfigurationsCommand({
        ServiceIds: [serviceId],
      }),
      { signal },
    );
    const [service] = answer.ServiceConfigurations ?? [];
    if (service) return service;
  } catch (error) {
    if (!isNotFound(error)) throw error;
  }
  throw new NotFoundError(
    `Endpoint service '${serviceId}' does not exist any more in ${scope.id}`,
  );
}

/**
 * An endpoint service as the rules read it.
 *
 * @internal
 */
export function toInspectedService(
  service: ServiceConfiguration,
  exposure: SurveyedExposure,
  { scope, states }: Pick<InspectionContext, 'scope' | 'states'>,
): InspectedService {
  return {
    arn: exposure.nativeId,
    id: toServiceId(scope, exposure.nativeId),
    name: exposure.name,
    state: service.ServiceState ?? '',
    acceptanceRequired: service.AcceptanceRequired ?? false,
    zoneIds: service.AvailabilityZoneIds ?? [],
    domain: toDomain(service, states),
    remoteRegions: (service.SupportedRegions ?? []).flatMap(({ Region }) =>
      Region && Region !== scope.region ? [Region] : [],
    ),
    kubernetesServices: exposure.evidence.kubernetesServices,
  };
}

/**
 * Reads who may ask to connect.
 *
 * @internal
 */
export async function readGrants(
  service: InspectedService,
  { callers, signal }: InspectionContext,
): Promise<Seen<Grant[]>> {
  return look(async () => {
    const allowed = await readAll(
      NextToken =>
        callers.ec2.send(
          new DescribeVpcEndpointServicePermissionsCommand({
            ServiceId: service.id,
            MaxResults: 1000,
            NextToken,
          }),
          { signal },
        ),
      {
        items: page => page.AllowedPrincipals,
        nextToken: page => page.NextToken,
      },
    );
    return allowed.flatMap(
      entry => toGrant(entry, service.acceptanceRequired) ?? [],
    );
  });
}
