import { render, screen } from '@testing-library/react';
import { createApp } from '@backstage/app-defaults';
import { AppRouter } from '@backstage/core-app-api';
import { createApiFactory } from '@backstage/core-plugin-api';
import { FakePrivateExposureApi } from './__testUtils__/FakePrivateExposureApi';
import { ChangeFindings } from './components/ExposureTab/ChangeFindings';
import { ClusterPicker } from './components/ClusterPicker/ClusterPicker';
import { ManifestPreview } from './components/ManifestPreview/ManifestPreview';
import { privateExposureApiRef } from '.';

const formData = {
  entityRef: 'component:default/ledger',
  cluster: 'payments-eu',
  crossZone: false,
};

/** Parts of a form and of the tab, in an app whose visitor has chosen German. */
function renderInGerman() {
  const api = new FakePrivateExposureApi();
  const app = createApp({
    apis: [createApiFactory(privateExposureApiRef, api)],
    configLoader: async () => [],
    __experimentalTranslations: {
      availableLanguages: ['en', 'de'],
      defaultLanguage: 'de',
    },
  });
  const App = app.createRoot(
    <AppRouter>
      <ClusterPicker onChange={() => {}} formData="retired" />
      <ManifestPreview formContext={{ formData }} />
      <ChangeFindings
        change={{
          id: 'change-1',
          entityRef: formData.entityRef,
          purpose: 'expose',
          url: 'http://localhost:7071/acme/ledger/pull/1',
          title: 'Expose ledger',
          state: 'open',
          openedAt: '2026-11-20T08:00:00Z',
          findings: [],
          findingCount: 0,
        }}
      />
    </AppRouter>,
  );
  render(<App />);
}

describe('in German', () => {
  afterEach(() => window.localStorage.clear());

  it('form fields and findings say what they say in English', async () => {
    renderInGerman();

    expect(
      await screen.findByRole('heading', { name: 'Vorschau' }),
    ).toBeVisible();
    expect(await screen.findByText('1 Befund')).toBeVisible();
    expect(screen.getByText('Was aus dem Service wird')).toBeVisible();
    expect(
      screen.getByText('Die Prüfung fand nichts in „Expose ledger“.'),
    ).toBeVisible();
    expect(
      await screen.findByText(/^‚retired‘ wird hier nicht angeboten/),
    ).toBeVisible();
  });
});
