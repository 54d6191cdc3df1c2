import type { LoadBalancer } from '@aws-sdk/client-elastic-load-balancing-v2';
import {
  type StateReader,
  type SurveyedExposure,
  toFacts,
} from '@postern/backstage-plugin-private-exposure-node';
import { nameInArn } from '../../mapping/arns';
import { kubernetesServices } from '../../mapping/kubernetesServices';
import { loadBalancerLifecycles } from '../../mapping/states';
import type { Tags } from '../../mapping/tags';
import { toProvenance } from '../../mapping/toProvenance';
import {
  type LoadBalancerSurroundings,
  loadBalancerVersion,
  surroundingFacts,
} from '../survey/LoadBalancerSurroundings';
import { FACT_SCHEME, FACT_TYPE } from './facts';

/** What turns a load balancer into an exposure. @internal */
export interface ToLoadBalancerExposureOptions {
  /** Reads the state words. */
  states: StateReader;
  /** Its tags. */
  tags: Tags;
  /** What is known of all that it depends on. */
  surroundings: LoadBalancerSurroundings;
}

/**
 * An application, network or gateway load balancer as the survey hands it on; `undefined` for an entry without an ARN,
 * which nothing could refer to.
 *
 * @internal
 */
export function toLoadBalancerExposure(
  loadBalancer: LoadBalancer,
  options: ToLoadBalancerExposureOptions,
): SurveyedExposure | undefined {
  const { LoadBalancerArn: arn, State: state, DNSName } = loadBalancer;
  if (!arn) return undefined;
  const { states, tags, surroundings } = options;
  return {
    nativeId: arn,
    kind: 'aws-load-balancer',
    name: tags.Name || loadBalancer.LoadBalancerName || nameInArn(arn),
    nativeState: state?.Code ?? '',
    // The lifecycle has no word for "unknown": not known to be live.
    lifecycle:
      states.read('load balancer', state?.Code, loadBalancerLifecycles) ??
      'provisioning',
    evidence: {
      tags: { ...tags },
      kubernetesServices: kubernetesServices(tags),
    },
    address: DNSName,
    provenance: toProvenance(tags, loadBalancer.CreatedTime),
    facts: factsOf(loadBalancer, surroundings),
    version: loadBalancerVersion(surroundings),
  };
}

function factsOf(
  loadBalancer: LoadBalancer,
  surroundings: LoadBalancerSurroundings,
) {
  const zones = loadBalancer.AvailabilityZones ?? [];
  return toFacts(
    {
      'DNS name': loadBalancer.DNSName,
      ARN: loadBalancer.LoadBalancerArn,
      [FACT_TYPE]: loadBalancer.Type,
      [FACT_SCHEME]: loadBalancer.Scheme,
      VPC: loadBalancer.VpcId,
      Subnets: zones.flatMap(({ SubnetId }) => SubnetId ?? []),
      'Subnets shared by': [...surroundings.subnetOwners],
      Zones: zones.flatMap(({ ZoneName }) => ZoneName ?? []),
      'Security groups': loadBalancer.SecurityGroups,
      'IP address type': loadBalancer.IpAddressType,
      ...surroundingFacts(surroundings),
    },
    ['DNS name', 'ARN'],
  );
}
