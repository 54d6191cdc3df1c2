import { newIngress, newService } from '../builders/loadBalancerObjects';
import { checkIngressGroup } from '../checkIngressGroup';
import {
  AwsLoadBalancerIntent,
  awsLoadBalancerIntentSchema,
} from '../intents/awsLoadBalancer';
import { ClusterProfile } from '../intents/clusterProfile';
import { parseIntent } from '../intents/parseIntent';
import { orRefused } from '../preview/orRefused';
import { readAwsProfile } from '../preview/readProfile';
import { ExposurePreview, PreviewSources } from '../preview/types';
import { writeManifest } from '../preview/writeManifest';
import { LoadBalancerRequest } from '../requests/LoadBalancerRequest';
import { toLoadBalancerInput } from '../requests/toLoadBalancerInput';
import { previewIngress } from './previewIngress';

function checkGroup(
  { service, loadBalancer }: AwsLoadBalancerIntent,
  clusterProfile: ClusterProfile,
): void {
  const { group } = loadBalancer;
  if (!group) return;
  checkIngressGroup({
    ...{ clusterProfile, group: group.name, namespace: service.namespace },
    field: 'loadBalancer.group.name',
  });
}

/**
 * Says what would come of what was typed so far for an Application Load Balancer: the Ingress, the Service where it is
 * new, what the Ingress becomes, and the linter's findings.
 *
 * @remarks The file is that of a repository that has no such Ingress, and no other of its group. Where they are, the
 * template sees them once it has read them.
 *
 * @throws an error that is no refusal only where the product is at fault
 * @public
 */
export function previewLoadBalancer(
  sources: PreviewSources<LoadBalancerRequest>,
): ExposurePreview {
  const { cluster, request, exists, present: _kept, ...owner } = sources;
  return orRefused(() => {
    const profile = readAwsProfile(cluster, 'a load balancer');
    const input = toLoadBalancerInput({ ...owner, profile, request });
    const intent = parseIntent(awsLoadBalancerIntentSchema, input);
    checkGroup(intent, profile);
    const objects = exists
      ? [newIngress(intent)]
      : [newService(intent), newIngress(intent)];
    const manifest = writeManifest(intent.manifest.path, objects);
    return previewIngress(manifest, { ofExisting: 'changed', profile });
  });
}
