import type { ConnectionRef } from '../ExposureProvider';
import { FakeExposureProvider } from './FakeExposureProvider';
import { runProviderContractTests } from './runProviderContractTests';
import { surveyedConnection, surveyedExposure } from './surveyed';

runProviderContractTests('FakeExposureProvider', async () => {
  const provider = FakeExposureProvider.create({ pageSize: 2 });
  const state = provider.addScope({ id: 'fake/a' });
  const refused = provider.addScope({ id: 'fake/b' });
  refused.failAfterPages = 0;
  state.exposures = ['a', 'b', 'c'].map(nativeId =>
    surveyedExposure({ nativeId }),
  );
  const connect = (): ConnectionRef => {
    const ref = {
      exposureNativeId: 'a',
      nativeId: `vpce-000${state.connections.length}`,
    };
    state.connections.push(surveyedConnection(ref));
    return { scopeId: 'fake/a', ...ref };
  };
  connect();
  return {
    provider,
    scopeId: 'fake/a',
    refusedScopeId: 'fake/b',
    secrets: ['hunter2'],
    makePendingConnection: async () => connect(),
  };
});
