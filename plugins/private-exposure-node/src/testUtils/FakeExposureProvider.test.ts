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
  state.connections = [
    surveyedConnection({ nativeId: 'vpce-0001', exposureNativeId: 'a' }),
  ];
  return {
    provider,
    scopeId: 'fake/a',
    refusedScopeId: 'fake/b',
    secrets: ['hunter2'],
    makePendingConnection: async () => ({
      scopeId: 'fake/a',
      exposureNativeId: 'a',
      nativeId: 'vpce-0001',
    }),
  };
});
