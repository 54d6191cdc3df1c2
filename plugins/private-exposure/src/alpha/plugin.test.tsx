import { screen } from '@testing-library/react';
import {
  createExtensionTester,
  renderInTestApp,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { privateExposureApiRef } from '../api/privateExposureApiRef';
import { FakePrivateExposureApi } from '../__testUtils__/FakePrivateExposureApi';
import { anEntity } from '../__testUtils__/renderPage';
import { privateExposureEntityCard } from './entityCards';
import { privateExposureEntityContent } from './entityContents';
import { privateExposurePage } from './pages';
import { privateExposurePlugin } from './plugin';

const apis = [[privateExposureApiRef, new FakePrivateExposureApi()]] as const;
const mountedRoutes = { '/catalog/:namespace/:kind/:name': entityRouteRef };

describe('the plugin in the new frontend system', () => {
  it('offers API, card, tab, page and form fields', () => {
    const ids = [
      'api:private-exposure',
      'entity-card:private-exposure/exposures',
      'entity-content:private-exposure',
      'page:private-exposure',
      'scaffolder-form-field:private-exposure/cluster-picker',
      'scaffolder-form-field:private-exposure/manifest-preview',
    ] as const;

    expect(
      ids.map(id => privateExposurePlugin.getExtension(id) !== undefined),
    ).toEqual(ids.map(() => true));
  });

  it('renders the card', async () => {
    const tester = createExtensionTester(privateExposureEntityCard);
    renderInTestApp(
      <EntityProvider entity={anEntity('ledger')}>
        {tester.reactElement()}
      </EntityProvider>,
      { apis, mountedRoutes },
    );

    expect(
      await screen.findByText('2 pending, 1 connected, 1 rejected'),
    ).toBeVisible();
  });

  it('leads from the card to the tab, wherever the configuration puts it', async () => {
    const entities = [anEntity('ledger')];
    renderTestApp({
      features: [catalogPlugin, privateExposurePlugin],
      initialRouteEntries: ['/catalog/default/component/ledger'],
      apis: [...apis, [catalogApiRef, catalogApiMock({ entities })]],
      config: {
        app: {
          extensions: [
            {
              'entity-content:private-exposure': {
                config: { path: '/network' },
              },
            },
          ],
        },
      },
    });

    expect(
      await screen.findByRole('link', { name: 'Open private exposure' }),
    ).toHaveAttribute('href', '/catalog/default/component/ledger/network');
  });

  it('renders the tab at its path, in the group of operations', async () => {
    const tester = createExtensionTester(privateExposureEntityContent);
    expect(tester.get(EntityContentBlueprint.dataRefs.title)).toBe(
      'Private exposure',
    );
    expect(tester.get(EntityContentBlueprint.dataRefs.group)).toBe('operation');

    renderInTestApp(
      <EntityProvider entity={anEntity('search')}>
        {tester.reactElement()}
      </EntityProvider>,
      { apis, mountedRoutes },
    );

    expect(
      await screen.findByRole('heading', { name: 'search' }),
    ).toBeVisible();
  });

  it('renders the page in the app’s own shell', async () => {
    renderTestApp({
      extensions: [privateExposurePage],
      initialRouteEntries: ['/private-exposure/inbox'],
      apis,
      mountedRoutes,
    });

    expect(
      await screen.findByRole('table', { name: 'Connections' }),
    ).toBeVisible();
    expect(screen.queryByText('Who can reach our services')).toBeNull();
  });
});
