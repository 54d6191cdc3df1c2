export { allCatalogues } from './allCatalogues';
export {
  annotationCarriers,
  type AnnotationCarrier,
} from './annotationCarriers';
export { azureLoadBalancerCatalogue } from './azureLoadBalancer';
export { azurePrivateLinkServiceCatalogue } from './azurePrivateLinkService';
export { gkeCloudCatalogue, gkeNetworkingCatalogue } from './gke';
export {
  GKE_SERVICE_ATTACHMENT_SOURCE,
  gkeServiceAttachmentFields,
  type FieldSpec,
} from './gkeServiceAttachment';
export { awsInTreeCatalogue } from './awsInTree';
export {
  awsLbcIngressCatalogue,
  type AwsLbcIngressAnnotation,
} from './awsLbcIngress';
export {
  awsLbcServiceCatalogue,
  type AwsLbcServiceAnnotation,
} from './awsLbcService';
export {
  EXTERNAL_DNS_FORMER_PREFIX,
  externalDnsCatalogue,
} from './externalDns';
export type {
  AnnotationCatalogue,
  AnnotationClash,
  AnnotationName,
  AnnotationPlacement,
  AnnotationSpec,
  AttributeSpec,
  AnnotationType,
  GroupBehaviour,
} from './types';
