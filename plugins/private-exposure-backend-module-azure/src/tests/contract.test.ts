import { runProviderContractTests } from '@postern/backstage-plugin-private-exposure-node/testUtils';
import { exposeFrontDoor } from '../__testUtils__/exposeFrontDoor';
import { exposeService } from '../__testUtils__/exposeService';
import {
  everyAction,
  FRONT_DOOR_SCOPE,
  LEGACY_SCOPE,
  PARTNER,
  PAYMENTS_SCOPE,
  PLACE,
  resourceActions,
  startWire,
  type Wire,
} from '../__testUtils__/startWire';
import { toResourceScopeId } from '../scopes';

const WEB_APP = 'Microsoft.Web/sites';
const webAppId = `/subscriptions/${PLACE.subscriptionId}/resourceGroups/${PLACE.resourceGroup}/providers/${WEB_APP}/Shop`;

/** What a scope with a resource that consumers connect to gives the contract. */
function harnessOf(
  wire: Wire,
  resource: {
    scopeId: string;
    id: string;
    target: string;
    groupIds?: string[];
  },
) {
  const { scopeId, id, target, groupIds } = resource;
  const connect = () =>
    wire.sandbox.azure.connect({ subscriptionId: PARTNER, target, groupIds });
  connect();
  return {
    provider: wire.provider,
    scopeId,
    refusedScopeId: LEGACY_SCOPE,
    makePendingConnection: async () => ({
      scopeId,
      exposureNativeId: id.toLowerCase(),
      nativeId: connect().connection.id.toLowerCase(),
    }),
    settle: async () => wire.sandbox.clock.advance(60_000),
    secrets: ['postern-demo-secret'],
    dispose: () => wire.stop(),
  };
}

runProviderContractTests('AzureExposureProvider', async () => {
  const wire = await startWire();
  const { service } = exposeService(wire, 'Ledger');
  exposeFrontDoor(wire, 'shop', {
    link: { targetId: service.id, requestMessage: 'Front Door of the shop' },
  });
  return {
    ...harnessOf(wire, {
      scopeId: PAYMENTS_SCOPE,
      id: service.id,
      target: service.alias,
    }),
    otherScopeIds: [FRONT_DOOR_SCOPE],
  };
});

runProviderContractTests('AzureExposureProvider of a web app', async () => {
  const wire = await startWire({
    resources: [webAppId],
    actions: [...everyAction(), ...resourceActions(WEB_APP)],
  });
  const { id } = wire.sandbox.azure.linkTargets.addTarget({
    ...PLACE,
    type: WEB_APP,
    name: 'Shop',
    groupIds: ['sites'],
  });
  return harnessOf(wire, {
    scopeId: toResourceScopeId(webAppId),
    id,
    target: id,
    groupIds: ['sites'],
  });
});
