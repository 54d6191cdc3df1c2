import type { PrivateLinkService } from '@azure/arm-network';
import {
  type StateReader,
  type SurveyedExposure,
  toFacts,
} from '@postern/backstage-plugin-private-exposure-node';
import { kubernetesServices } from './kubernetesServices';
import { canonicalId, nameInId, parentId } from './resourceIds';
import { serviceLifecycles } from './states';
import { toProvenance } from './toProvenance';

/** Label of the fact that says where a private link service is. @internal */
export const FACT_LOCATION = 'Location';

/** Label of the fact with the addresses that a service's traffic comes from. @internal */
export const FACT_NAT_ADDRESSES = 'NAT addresses';

/**
 * A private link service as the survey hands it on; `undefined` for an entry without an id, which nothing could refer to.
 *
 * @internal
 */
export function toSurveyedExposure(
  service: PrivateLinkService,
  { states }: { states: StateReader },
): SurveyedExposure | undefined {
  const { id, provisioningState, tags = {} } = service;
  if (!id) return undefined;
  return {
    nativeId: canonicalId(id),
    kind: 'azure-private-link-service',
    name: service.name ?? nameInId(id),
    nativeState: provisioningState ?? '',
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
    acceptanceRequired: acceptanceRequired(service),
    facts: toFacts(
      {
        Alias: service.alias,
        'Resource id': id,
        [FACT_LOCATION]: service.location,
        'Load balancers': loadBalancerIdsOf(service).map(nameInId),
        // Azure tells those that were chosen; the others stand with the network interface, which an inspection reads.
        [FACT_NAT_ADDRESSES]: service.ipConfigurations?.map(
          ({ privateIPAddress }) => privateIPAddress ?? 'dynamic',
        ),
        'PROXY protocol': service.enableProxyProtocol,
        'Domain names': service.fqdns,
        'Visible to': service.visibility?.subscriptions,
        'Approved without asking': service.autoApproval?.subscriptions,
      },
      ['Alias', 'Resource id'],
    ),
  };
}

/**
 * The load balancers behind a private link service, each once, as Azure spells them.
 *
 * @internal
 */
export function loadBalancerIdsOf(service: PrivateLinkService): string[] {
  const ids = (service.loadBalancerFrontendIpConfigurations ?? []).flatMap(
    ({ id }) => (id ? [parentId(id)] : []),
  );
  return [...new Map(ids.map(id => [canonicalId(id), id])).values()];
}

/** Nobody waits for approval only where everybody who may see the service is approved without being asked about. */
function acceptanceRequired({
  visibility,
  autoApproval,
}: PrivateLinkService): boolean {
  const approved = (autoApproval?.subscriptions ?? []).map(canonicalId);
  const visible = (visibility?.subscriptions ?? []).map(canonicalId);
  if (approved.includes('*')) return false;
  return visible.length === 0 || !visible.every(id => approved.includes(id));
}
