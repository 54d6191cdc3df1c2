import {
  type StateReader,
  type SurveyedExposure,
  toFacts,
} from '@postern/backstage-plugin-private-exposure-node';
import { kubernetesServices } from './kubernetesServices';
import type { LinkService } from './LinkService';
import { canonicalId, nameInId } from './resourceIds';
import { serviceLifecycles } from './states';
import type { AccessLists } from './toGrants';
import { toProvenance } from './toProvenance';

/** Label of the fact that says where a private link service is. @internal */
export const FACT_LOCATION = 'Location';

/** Label of the fact with the addresses that a service's traffic comes from. @internal */
export const FACT_NAT_ADDRESSES = 'NAT addresses';

/**
 * A private link service as the survey hands it on.
 *
 * @internal
 */
export function toSurveyedExposure(
  service: LinkService,
  { states }: { states: StateReader },
): SurveyedExposure {
  const { id, provisioningState, tags, access } = service;
  return {
    nativeId: canonicalId(id),
    kind: 'azure-private-link-service',
    name: service.name,
    nativeState: provisioningState,
    // The lifecycle has no word for "unknown": not known to be live.
    lifecycle:
      states.read(
        'private link service',
        provisioningState,
        serviceLifecycles,
      ) ?? 'provisioning',
    evidence: { tags, kubernetesServices: kubernetesServices(tags) },
    address: service.alias,
    provenance: toProvenance(tags),
    acceptanceRequired: acceptanceRequired(access),
    facts: toFacts(
      {
        Alias: service.alias,
        'Resource id': id,
        [FACT_LOCATION]: service.location,
        'Load balancers': service.loadBalancerIds.map(nameInId),
        // Azure tells those that were chosen; the others stand with the network interface, which an inspection reads.
        [FACT_NAT_ADDRESSES]: service.natAddresses.map(
          address => address ?? 'dynamic',
        ),
        'PROXY protocol': service.proxyProtocol,
        'Domain names': service.domainNames,
        'Visible to': access.visible,
        'Approved without asking': access.autoApproved,
      },
      ['Alias', 'Resource id'],
    ),
  };
}

/** Nobody waits for approval only where everybody who may see the service is approved without being asked about. */
function acceptanceRequired(access: AccessLists): boolean {
  const approved = access.autoApproved.map(canonicalId);
  const visible = access.visible.map(canonicalId);
  if (approved.includes('*')) return false;
  return visible.length === 0 || !visible.every(id => approved.includes(id));
}
