import type { LoadBalancerDescription } from '@aws-sdk/client-elastic-load-balancing';
import {
  type SurveyedExposure,
  toFacts,
} from '@postern/backstage-plugin-private-exposure-node';
import { kubernetesServices } from '../../mapping/kubernetesServices';
import { toProvenance } from '../../mapping/toProvenance';
import type { Tags } from '../../mapping/tags';
import type { AwsScope } from '../../scopes';
import {
  type LoadBalancerSurroundings,
  loadBalancerVersion,
  surroundingFacts,
} from '../survey/LoadBalancerSurroundings';
import { FACT_SCHEME, FACT_TYPE } from './facts';
import { toClassicArn } from './loadBalancerArns';

/** What turns a Classic load balancer into an exposure. @internal */
export interface ToClassicExposureOptions {
  /** Where it was seen. */
  scope: AwsScope;
  /** Tags of the scope's load balancers, by ARN. */
  tags: ReadonlyMap<string, Tags>;
  /** What is known of all that it depends on. */
  surroundings: LoadBalancerSurroundings;
}

/**
 * A Classic load balancer as the survey hands it on; `undefined` for an entry without a name. It has no state: its API
 * lists what is there.
 *
 * @internal
 */
export function toClassicExposure(
  loadBalancer: LoadBalancerDescription,
  options: ToClassicExposureOptions,
): SurveyedExposure | undefined {
  const { LoadBalancerName: name, DNSName } = loadBalancer;
  if (!name) return undefined;
  const { surroundings } = options;
  const arn = toClassicArn(options.scope, name);
  const tags = options.tags.get(arn) ?? {};
  return {
    nativeId: arn,
    kind: 'aws-load-balancer',
    name: tags.Name || name,
    nativeState: '',
    lifecycle: 'live',
    evidence: {
      tags: { ...tags },
      kubernetesServices: kubernetesServices(tags),
    },
    address: DNSName,
    provenance: toProvenance(tags, loadBalancer.CreatedTime),
    facts: toFacts(
      {
        'DNS name': DNSName,
        ARN: arn,
        [FACT_TYPE]: 'classic',
        [FACT_SCHEME]: loadBalancer.Scheme,
        VPC: loadBalancer.VPCId,
        Subnets: loadBalancer.Subnets,
        'Subnets shared by': [...surroundings.subnetOwners],
        Zones: loadBalancer.AvailabilityZones,
        'Security groups': loadBalancer.SecurityGroups,
        ...surroundingFacts(surroundings),
      },
      ['DNS name', 'ARN'],
    ),
    version: loadBalancerVersion(surroundings),
  };
}
