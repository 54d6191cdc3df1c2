import { lintManifests } from '../../linter/lintManifests';
import { rules } from '../../linter/rules';
import { Combination } from './Combination';
import { ingressLoadBalancer } from './ingressLoadBalancer';
import { ingressListeners } from './ingressListeners';
import { ingressTargets } from './ingressTargets';
import { ingressGroups } from './ingressGroups';
import { frontendNlb } from './frontendNlb';
import { inTree } from './inTree';
import { reconcilers } from './reconcilers';
import { privateLinkService } from './privateLinkService';
import { azureLoadBalancer } from './azureLoadBalancer';
import { externalDns } from './externalDns';
import { liveServices } from './liveServices';
import { liveIngresses } from './liveIngresses';
import { liveOthers } from './liveOthers';
import { livePublications } from './livePublications';
import { mistypedKeys } from './mistypedKeys';
import { otherObjects } from './otherObjects';
import { placesOfAnnotations } from './placesOfAnnotations';
import { preflights } from './preflights';
import { policies } from './policies';
import { autoModeIngresses, unknownClusters } from './unknownClusters';
import { networkAccess } from './networkAccess';
import { networkAddresses } from './networkAddresses';
import { networkListeners } from './networkListeners';
import { networkSettings } from './networkSettings';
import { networkTargets } from './networkTargets';

function rulesThatSpeak(content: string, combination: Combination): string[] {
  const { before, cluster, domains, path = 'payments.yaml' } = combination;
  return lintManifests([{ path, content }], {
    base: before === undefined ? undefined : [{ path, content: before }],
    clusterProfile: cluster,
    domains,
  }).map(({ ruleId }) => ruleId);
}

const subjects = {
  'addresses of a Network Load Balancer': networkAddresses,
  'tags and attributes of a Network Load Balancer': networkSettings,
  'access to a Network Load Balancer': networkAccess,
  'listeners of a Network Load Balancer': networkListeners,
  'targets of a Network Load Balancer': networkTargets,
  'an Application Load Balancer': ingressLoadBalancer,
  'listeners of an Application Load Balancer': ingressListeners,
  'targets of an Application Load Balancer': ingressTargets,
  'a group of Ingresses': ingressGroups,
  'the Network Load Balancer before an Ingress': frontendNlb,
  'the in-tree AWS provider': inTree,
  'who takes a Service': reconcilers,
  'a private link service': privateLinkService,
  'an Azure load balancer': azureLoadBalancer,
  'external-dns': externalDns,
  'a live Network Load Balancer': liveServices,
  'a live Application Load Balancer': liveIngresses,
  'a live load balancer of a cloud provider': liveOthers,
  'what is published live': livePublications,
  'keys that are nearly right': mistypedKeys,
  'clusters without a profile': unknownClusters,
  'an Ingress in EKS Auto Mode': autoModeIngresses,
  'places and forms of annotations': placesOfAnnotations,
  'other objects': otherObjects,
  'what goes wrong in operation': preflights,
  'who is let in': policies,
};

describe.each(Object.entries(subjects))('%s', (_, combinations) => {
  it.each(combinations)('$what: $rule', combination => {
    const { rule, bad, good } = combination;
    expect(rulesThatSpeak(bad, combination)).toContain(rule);
    expect(rulesThatSpeak(good, combination)).not.toContain(rule);
  });
});

describe('the combinations', () => {
  it('name rules that there are', () => {
    const known = rules.map(({ id }) => id);
    const named = Object.values(subjects).flatMap(list =>
      list.map(({ rule }) => rule),
    );
    expect(named.filter(rule => !known.includes(rule))).toEqual([]);
  });
});
