import { runProviderContractTests } from '@postern/backstage-plugin-private-exposure-node/testUtils';
import { exposeService } from '../__testUtils__/exposeService';
import {
  LEGACY_SCOPE,
  PARTNER,
  PAYMENTS_SCOPE,
  startWire,
} from '../__testUtils__/startWire';

jest.setTimeout(60_000);

runProviderContractTests('AzureExposureProvider', async () => {
  const wire = await startWire();
  const { service } = exposeService(wire, 'Ledger');
  const connect = () =>
    wire.sandbox.azure.connect({
      subscriptionId: PARTNER,
      target: service.alias,
    });
  connect();
  return {
    provider: wire.provider,
    scopeId: PAYMENTS_SCOPE,
    refusedScopeId: LEGACY_SCOPE,
    makePendingConnection: async () => ({
      scopeId: PAYMENTS_SCOPE,
      exposureNativeId: service.id.toLowerCase(),
      nativeId: connect().connection.id.toLowerCase(),
    }),
    settle: async () => wire.sandbox.clock.advance(60_000),
    secrets: ['postern-demo-secret'],
    dispose: () => wire.stop(),
  };
});
