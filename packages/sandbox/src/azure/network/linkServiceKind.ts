import { PrivateLinkService } from '../../azureWorld';
import { ResourceKind } from '../server/resourceOperations';
import { presentPrivateLinkService } from './presentPrivateLink';

/** Private link services, as calls see them. @internal */
export const linkServiceKind: ResourceKind<PrivateLinkService> = {
  type: 'Microsoft.Network/privateLinkServices',
  place: 'serviceName',
  collection: azure => azure.privateLinkServices.services,
  get: (azure, id) => azure.privateLinkServices.getService(id),
  present: call => {
    const { azure } = call;
    const now = azure.clock.now();
    return service =>
      presentPrivateLinkService(
        service,
        azure.connections
          .listOf(service.id)
          .filter(({ visibleAt }) => visibleAt <= now),
        call,
      );
  },
};
