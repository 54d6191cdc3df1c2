import {
  type SurveyedExposure,
  toFacts,
} from '@postern/backstage-plugin-private-exposure-node';
import { groupIdsOf } from './groupIds';
import type { LinkResource } from './LinkResource';
import { canonicalId } from './resourceIds';
import { toProvenance } from './toProvenance';
import { FACT_LOCATION } from './toSurveyedExposure';

/**
 * A resource that takes private endpoints, as the survey hands it on.
 *
 * @internal
 */
export function toLinkResourceExposure(
  resource: LinkResource,
): SurveyedExposure {
  const { id, name, states, tags } = resource;
  return {
    nativeId: canonicalId(id),
    kind: 'azure-private-link-resource',
    name,
    nativeState: states.join(', '),
    lifecycle: lifecycleOf(states),
    evidence: { tags, kubernetesServices: [] },
    address: id,
    provenance: toProvenance(tags, resource.systemData),
    // Whoever has no right to approve it himself waits, whatever the resource.
    acceptanceRequired: true,
    facts: toFacts(
      {
        'Resource id': id,
        Type: resource.type,
        [FACT_LOCATION]: resource.location,
        State: states,
        'Public network access': resource.publicAccess,
        'Group ids': groupIdsOf(id),
      },
      ['Resource id'],
    ),
  };
}

/** Each provider has words of its own. A resource that Azure answers for is there, unless one says that it comes or goes. */
function lifecycleOf(
  states: readonly string[],
): 'provisioning' | 'live' | 'deleting' {
  if (states.some(word => /^deleting$/i.test(word))) return 'deleting';
  const isComing = states.some(word =>
    /^(creating|accepted|resolvingdns|registeringdns)$/i.test(word),
  );
  return isComing ? 'provisioning' : 'live';
}
