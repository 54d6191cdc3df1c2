import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import { hopIds } from '../inspection/hops/hopIds';
import { seenOr } from '../inspection/look';
import { nameInId } from '../mapping/resourceIds';
import { ofService } from './checks';
import type { DiagnosisRule } from './DiagnosisRule';

/**
 * Network policies apply to private link services in the subnet of the NAT addresses. Azure refuses each change of the
 * service then.
 *
 * @internal
 */
export const natSubnetPolicies: DiagnosisRule = {
  id: 'azure/nat-subnet-policies',
  severity: 'error',
  breaksTraffic: false,
  source:
    'Microsoft.Network: PrivateLinkServiceNetworkPoliciesCannotBeEnabledOnPrivateLinkServiceSubnet',
  check: ofService(({ path: { service, natSubnets } }) =>
    natSubnets
      .filter(({ description }) =>
        /^enabled$/i.test(seenOr(description)?.linkServicePolicies ?? ''),
      )
      .map(({ id, description }) => ({
        message: `The subnet '${nameInId(
          id,
        )}' has network policies for private link services on, so that '${
          service.name
        }' cannot be changed`,
        remedy:
          "Set the subnet's privateLinkServiceNetworkPolicies to Disabled (Terraform: private_link_service_network_policies_enabled = false).",
        hopId: hopIds.linkTarget(service.id),
        evidence: toFacts({
          Subnet: id,
          privateLinkServiceNetworkPolicies:
            seenOr(description)?.linkServicePolicies,
        }),
      })),
  ),
};
