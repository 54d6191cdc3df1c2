import type { ServiceConfiguration } from '@aws-sdk/client-ec2';
import {
  type StateReader,
  type SurveyedExposure,
  toFacts,
} from '@postern/backstage-plugin-private-exposure-node';
import type { AwsScope } from '../../scopes';
import { nameInArn } from '../../mapping/arns';
import { toServiceArn } from './serviceArns';
import { kubernetesServices } from '../../mapping/kubernetesServices';
import { serviceLifecycles } from '../../mapping/states';
import { toProvenance } from '../../mapping/toProvenance';
import { toTags } from '../../mapping/tags';
import { toDomain } from './toDomain';

/** Label of the fact that says what kind of endpoint a service takes. @internal */
export const FACT_TYPE = 'Type';
/** Label of the fact that lists the zone ids in which consumers can have an endpoint. @internal */
export const FACT_ZONE_IDS = 'Zone ids';

/** What turns an endpoint service into an exposure. @internal */
export interface ToServiceExposureOptions {
  /** Where it was seen. */
  scope: AwsScope;
  /** Reads the state words. */
  states: StateReader;
  /** Tags of the scope's load balancers, by ARN. */
  loadBalancerTags: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

/**
 * An endpoint service as the survey hands it on; `undefined` for an entry without an id, which nothing could refer to.
 *
 * @internal
 */
export function toServiceExposure(
  service: ServiceConfiguration,
  options: ToServiceExposureOptions,
): SurveyedExposure | undefined {
  const { scope, states, loadBalancerTags } = options;
  const serviceId = service.ServiceId;
  if (!serviceId) return undefined;
  const tags = toTags(service.Tags);
  return {
    nativeId: toServiceArn(scope, serviceId),
    kind: 'aws-endpoint-service',
    name: tags.Name || serviceId,
    nativeState: service.ServiceState ?? '',
    // The lifecycle has no word for "unknown": not known to be live.
    lifecycle:
      states.read(
        'VPC endpoint service',
        service.ServiceState,
        serviceLifecycles,
      ) ?? 'provisioning',
    evidence: {
      tags,
      kubernetesServices: [
        ...new Set(
          loadBalancerArnsOf(service).flatMap(arn =>
            kubernetesServices(loadBalancerTags.get(arn) ?? {}),
          ),
        ),
      ],
    },
    // EC2 does not say when a service was made. What looks after its load balancer need not look after the service.
    provenance: toProvenance(tags, undefined),
    address: service.ServiceName,
    acceptanceRequired: service.AcceptanceRequired,
    domain: toDomain(service, states),
    facts: factsOf(service),
  };
}

/**
 * The load balancers behind an endpoint service, of either type.
 *
 * @internal
 */
export function loadBalancerArnsOf(service: ServiceConfiguration): string[] {
  return [
    ...(service.NetworkLoadBalancerArns ?? []),
    ...(service.GatewayLoadBalancerArns ?? []),
  ];
}

function factsOf(service: ServiceConfiguration) {
  return toFacts(
    {
      'Service name': service.ServiceName,
      'Service id': service.ServiceId,
      [FACT_TYPE]: service.ServiceType?.flatMap(({ ServiceType }) =>
        ServiceType ? [ServiceType] : [],
      ),
      'Load balancers': loadBalancerArnsOf(service).map(nameInArn),
      [FACT_ZONE_IDS]: service.AvailabilityZoneIds,
      Zones: service.AvailabilityZones,
      'IP address types': service.SupportedIpAddressTypes,
      'Supported regions': service.SupportedRegions?.map(
        ({ Region, ServiceState }) => `${Region} (${ServiceState})`,
      ),
      'Own DNS names': service.BaseEndpointDnsNames,
      'Payer responsibility': service.PayerResponsibility,
      'Managed by AWS': service.ManagesVpcEndpoints ? 'yes' : undefined,
    },
    ['Service name', 'Service id'],
  );
}
