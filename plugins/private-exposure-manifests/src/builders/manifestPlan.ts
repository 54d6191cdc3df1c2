import { AzurePrivateLinkExposureIntent } from '../intents/azureExposure';
import { AwsPrivateLinkExposureIntent } from '../intents/exposure';
import { adaptAnnotations } from './adaptAnnotations';
import {
  azureAnnotations,
  supersededAzureAnnotations,
} from './azureAnnotations';
import {
  loadBalancerAnnotations,
  sourceRangesOf,
  supersededAnnotations,
} from './loadBalancerAnnotations';
import { ManifestPlan, planManifestForm } from './manifestForms';

export {
  type ManifestPath,
  type ManifestPlan,
  type ManifestSetting,
  toObject,
} from './manifestForms';

/** The class with which a Service asks for the AWS Load Balancer Controller. @internal */
export const LBC_CLASS = 'service.k8s.aws/nlb';

/** An intent that writes a manifest. @internal */
export type ManifestIntent =
  | AwsPrivateLinkExposureIntent
  | AzurePrivateLinkExposureIntent;

function isAzure(
  intent: ManifestIntent,
): intent is AzurePrivateLinkExposureIntent {
  return 'privateLinkService' in intent;
}

function gatewayClassOf({ manifest }: ManifestIntent): string {
  return manifest.gatewayClassName ?? 'istio';
}

/** What the Kubernetes side of an exposure consists of. @internal */
export function planManifest(intent: ManifestIntent): ManifestPlan {
  const { form } = intent.manifest;
  const { service } = intent;
  const gatewayClassName = gatewayClassOf(intent);
  return isAzure(intent)
    ? planManifestForm({
        ...{ form, service, gatewayClassName },
        annotations: azureAnnotations(intent),
        sourceRanges: intent.loadBalancer.sourceRanges,
        superseded: supersededAzureAnnotations,
      })
    : planManifestForm({
        ...{ form, service, gatewayClassName },
        annotations: loadBalancerAnnotations(intent),
        sourceRanges: sourceRangesOf(intent),
        loadBalancerClass:
          form === 'aws-load-balancer-controller' ? LBC_CLASS : undefined,
        superseded: supersededAnnotations,
        adapt: present => adaptAnnotations(intent, present),
      });
}

/**
 * Name of the Service that the controller sees. For a Gateway it is made from the names of the Gateway and its class
 * (Gateway API, GEP-1762).
 *
 * @internal
 */
export function observedServiceName(intent: ManifestIntent): string {
  const { name } = intent.service;
  return intent.manifest.form === 'gateway-api'
    ? `${name}-${gatewayClassOf(intent)}`
    : name;
}
