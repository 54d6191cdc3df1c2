import { AzureLoadBalancer } from '../../azureWorld';
import { ResourceKind } from '../server/resourceOperations';
import { presentLoadBalancer } from './presentLoadBalancer';

/** Load balancers, as the network provider has them. @internal */
export const loadBalancerKind: ResourceKind<AzureLoadBalancer> = {
  type: 'Microsoft.Network/loadBalancers',
  place: 'loadBalancerName',
  collection: azure => azure.loadBalancers.loadBalancers,
  get: (azure, id) => azure.loadBalancers.getLoadBalancer(id),
  present: () => presentLoadBalancer,
};
