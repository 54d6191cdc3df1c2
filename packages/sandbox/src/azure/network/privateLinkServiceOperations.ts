import { PrivateLinkService } from '../../azureWorld';
import { ArmCall, ArmOperation } from '../server/ArmOperation';
import { pageOf } from '../server/armPaging';
import { serviceOf } from './linkConnectionOperations';
import { presentPrivateLinkService } from './presentPrivateLink';

const TYPE = 'Microsoft.Network/privateLinkServices';
const SUBSCRIPTION = '/subscriptions/{subscriptionId}';
const GROUP = `${SUBSCRIPTION}/resourceGroups/{resourceGroupName}`;

/** How a call shows a private link service. @internal */
export function presentFor(call: ArmCall) {
  const now = call.azure.clock.now();
  return (service: PrivateLinkService) =>
    presentPrivateLinkService(
      service,
      call.azure.connections
        .listOf(service.id)
        .filter(({ visibleAt }) => visibleAt <= now),
    );
}

/** Private link services as their owners see them. @internal */
export const privateLinkServiceOperations: ArmOperation[] = [
  {
    id: 'PrivateLinkServices_ListBySubscription',
    method: 'GET',
    path: `${SUBSCRIPTION}/providers/${TYPE}`,
    run: call =>
      pageOf(
        call,
        call.azure.privateLinkServices.services.list(
          call.params.subscriptionId,
        ),
        presentFor(call),
      ),
  },
  {
    id: 'PrivateLinkServices_List',
    method: 'GET',
    path: `${GROUP}/providers/${TYPE}`,
    run(call) {
      const { azure, params } = call;
      const { subscriptionId, resourceGroupName } = params;
      azure.directory.getGroup(subscriptionId, resourceGroupName);
      return pageOf(
        call,
        azure.privateLinkServices.services.list(
          subscriptionId,
          resourceGroupName,
        ),
        presentFor(call),
      );
    },
  },
  {
    id: 'PrivateLinkServices_Get',
    method: 'GET',
    path: `${GROUP}/providers/${TYPE}/{serviceName}`,
    run: call => ({ status: 200, body: presentFor(call)(serviceOf(call)) }),
  },
];
