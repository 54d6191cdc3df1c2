import { isListed } from '../../azureWorld';
import { ArmBody } from '../server/ArmBody';
import { ArmAnswer, ArmCall, ArmOperation } from '../server/ArmOperation';

const LOCATION =
  '/subscriptions/{subscriptionId}/providers/Microsoft.Network/locations/{location}';

function checkVisibility({ azure, body, params }: ArmCall): ArmAnswer {
  const alias = new ArmBody(body).text('privateLinkServiceAlias');
  const service = azure.privateLinkServices.findByAlias(alias);
  const visible =
    service !== undefined &&
    isListed(service.visibility, params.subscriptionId);
  return { status: 200, body: { visible } };
}

function listAutoApproved({ azure, params }: ArmCall): ArmAnswer {
  const { subscriptionId, location } = params;
  const value = azure.privateLinkServices.services
    .all()
    .filter(
      service =>
        service.location === location &&
        isListed(service.autoApproval, subscriptionId),
    )
    .map(({ id }) => ({ privateLinkService: id }));
  return { status: 200, body: { value } };
}

/** What consumers can ask about private link services of others. @internal */
export const visibilityOperations: ArmOperation[] = [
  {
    id: 'PrivateLinkServices_CheckPrivateLinkServiceVisibility',
    method: 'POST',
    path: `${LOCATION}/checkPrivateLinkServiceVisibility`,
    run: checkVisibility,
  },
  {
    id: 'PrivateLinkServices_ListAutoApprovedPrivateLinkServices',
    method: 'GET',
    path: `${LOCATION}/autoApprovedPrivateLinkServices`,
    run: listAutoApproved,
  },
];
