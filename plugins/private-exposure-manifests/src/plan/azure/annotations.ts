import { azureLoadBalancerCatalogue } from '../../catalogues/azureLoadBalancer';
import { azurePrivateLinkServiceCatalogue } from '../../catalogues/azurePrivateLinkService';
import { createAnnotationReader } from '../createAnnotationReader';

/** Reads the annotations of Azure load balancers. @internal */
export const loadBalancer = createAnnotationReader(azureLoadBalancerCatalogue);

/** Reads the annotations of Azure private link services. @internal */
export const privateLinkService = createAnnotationReader(
  azurePrivateLinkServiceCatalogue,
);
