import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route } from 'react-router-dom';
import { createApp } from '@backstage/app-defaults';
import { AppRouter, FlatRoutes } from '@backstage/core-app-api';
import {
  createApiFactory,
  type AnyApiFactory,
} from '@backstage/core-plugin-api';
import {
  CatalogEntityPage,
  CatalogIndexPage,
  EntityLayout,
  catalogPlugin,
} from '@backstage/plugin-catalog';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { FakePrivateExposureApi } from './__testUtils__/FakePrivateExposureApi';
import { anEntity } from './__testUtils__/renderPage';
import {
  EntityPrivateExposureCard,
  EntityPrivateExposureContent,
  privateExposureApiRef,
  PrivateExposurePage,
} from '.';

const apis: AnyApiFactory[] = [
  createApiFactory(privateExposureApiRef, new FakePrivateExposureApi()),
  createApiFactory(
    catalogApiRef,
    catalogApiMock({ entities: [anEntity('ledger')] }),
  ),
];

/** An app of the old frontend system, put together as the README says. */
function renderApp(path: string, tabPath = '/private-exposure') {
  window.history.replaceState({}, '', path);
  const app = createApp({
    apis,
    plugins: [catalogPlugin],
    configLoader: async () => [
      {
        context: 'test',
        data: { backend: { baseUrl: 'http://localhost:7007' } },
      },
    ],
  });
  const App = app.createRoot(
    <AppRouter>
      <FlatRoutes>
        <Route path="/catalog" element={<CatalogIndexPage />} />
        <Route
          path="/catalog/:namespace/:kind/:name"
          element={<CatalogEntityPage />}
        >
          <EntityLayout>
            <EntityLayout.Route path="/" title="Overview">
              <EntityPrivateExposureCard />
            </EntityLayout.Route>
            <EntityLayout.Route path={tabPath} title="Private exposure">
              <EntityPrivateExposureContent />
            </EntityLayout.Route>
          </EntityLayout>
        </Route>
        <Route path="/private-exposure" element={<PrivateExposurePage />} />
      </FlatRoutes>
    </AppRouter>,
  );
  render(<App />);
}

describe('an app of the old frontend system', () => {
  afterEach(cleanup);

  it('has the card, which leads to the tab', async () => {
    renderApp('/catalog/default/component/ledger');

    expect(
      await screen.findByText('2 pending, 1 connected, 1 rejected'),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('link', { name: 'Open private exposure' }),
    );

    expect(await screen.findByText('vpce-0a11ce0000000001')).toBeVisible();
    expect(window.location.pathname).toBe(
      '/catalog/default/component/ledger/private-exposure',
    );
  });

  it('leads to the tab where the app has put it', async () => {
    renderApp('/catalog/default/component/ledger', '/network');

    expect(
      await screen.findByRole('link', { name: 'Open private exposure' }),
    ).toHaveAttribute('href', '/catalog/default/component/ledger/network');
  });

  it('has the page', async () => {
    renderApp('/private-exposure');

    expect(
      await screen.findByRole('table', { name: 'Connections' }),
    ).toBeVisible();
  });

  it('leads from the page to the entity', async () => {
    renderApp('/private-exposure/inventory');

    await userEvent.click(
      (
        await screen.findAllByRole('link', { name: 'ledger' })
      )[0],
    );

    expect(
      await screen.findByRole('heading', { name: /ledger/, level: 1 }),
    ).toBeVisible();
  });
});
