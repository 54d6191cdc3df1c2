import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import {
  ScaffolderFieldExtensions,
  useCustomFieldExtensions,
} from '@backstage/plugin-scaffolder-react';
import { anEntity, renderPage } from './__testUtils__/renderPage';
import { FakePrivateExposureApi } from './__testUtils__/FakePrivateExposureApi';
import {
  EntityPrivateExposureCard,
  EntityPrivateExposureContent,
  isPrivateExposureAvailable,
  PrivateExposureClusterPickerFieldExtension,
  privateExposureApiRef,
  PrivateExposurePage,
  privateExposurePlugin,
} from '.';

describe('the plugin in the old frontend system', () => {
  const options = () => ({
    api: new FakePrivateExposureApi(),
    entity: anEntity('ledger'),
  });

  it('binds the backend', () => {
    const apis = [...privateExposurePlugin.getApis()].map(({ api }) => api.id);

    expect(apis).toEqual([privateExposureApiRef.id]);
  });

  it('renders the card', async () => {
    await renderPage(<EntityPrivateExposureCard />, options());

    expect(
      await screen.findByText('2 pending, 1 connected, 1 rejected'),
    ).toBeVisible();
  });

  it('renders the tab', async () => {
    await renderPage(
      <Routes>
        <Route path="*" element={<EntityPrivateExposureContent />} />
      </Routes>,
      options(),
    );

    expect(
      await screen.findByRole('heading', { name: 'ledger' }),
    ).toBeVisible();
  });

  it('renders the page with a shell', async () => {
    await renderPage(
      <Routes>
        <Route path="*" element={<PrivateExposurePage />} />
      </Routes>,
      options(),
    );

    expect(
      await screen.findByText(/Who can reach our services privately/),
    ).toBeVisible();
    expect(
      await screen.findByRole('table', { name: 'Connections' }),
    ).toBeVisible();
  });

  it('offers the cluster picker to template forms', async () => {
    function FieldNames() {
      const fields = useCustomFieldExtensions(
        <ScaffolderFieldExtensions>
          <PrivateExposureClusterPickerFieldExtension />
        </ScaffolderFieldExtensions>,
      );
      return <>{fields.map(({ name }) => name).join()}</>;
    }

    await renderPage(<FieldNames />, options());

    expect(screen.getByText('PrivateExposureClusterPicker')).toBeVisible();
  });

  it('knows an entity that names an exposure', () => {
    const named = anEntity('ledger', {
      'private-exposure.io/aws-endpoint-service': 'arn',
    });

    expect(isPrivateExposureAvailable(named)).toBe(true);
    expect(isPrivateExposureAvailable(anEntity('website'))).toBe(false);
  });
});
