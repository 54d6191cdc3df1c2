import { awsInTreeCatalogue } from './awsInTree';
import { awsLbcIngressCatalogue } from './awsLbcIngress';
import { awsLbcServiceCatalogue } from './awsLbcService';
import { azureLoadBalancerCatalogue } from './azureLoadBalancer';
import { azurePrivateLinkServiceCatalogue } from './azurePrivateLinkService';
import { externalDnsCatalogue } from './externalDns';
import { gkeCloudCatalogue, gkeNetworkingCatalogue } from './gke';
import { AnnotationCatalogue } from './types';

/** Every table of annotations. @public */
export const allCatalogues: readonly AnnotationCatalogue[] = [
  awsLbcServiceCatalogue,
  awsLbcIngressCatalogue,
  awsInTreeCatalogue,
  azureLoadBalancerCatalogue,
  azurePrivateLinkServiceCatalogue,
  externalDnsCatalogue,
  gkeCloudCatalogue,
  gkeNetworkingCatalogue,
];
