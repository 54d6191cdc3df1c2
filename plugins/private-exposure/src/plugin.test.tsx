import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router-dom';
import {
  type FieldExtensionOptions,
  ScaffolderFieldExtensions,
  useCustomFieldExtensions,
} from '@backstage/plugin-scaffolder-react';
import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import { anEntity, renderPage } from './__testUtils__/renderPage';
import { FakePrivateExposureApi } from './__testUtils__/FakePrivateExposureApi';
import {
  EntityPrivateExposureCard,
  EntityPrivateExposureContent,
  isPrivateExposureAvailable,
  PrivateExposureClusterPickerFieldExtension,
  PrivateExposureManifestPreviewFieldExtension,
  privateExposureApiRef,
  PrivateExposurePage,
  privateExposurePlugin,
} from '.';

/** The scaffolder's own form, with a template as the catalog has it and the fields of this plugin. */
function TemplateForm() {
  const extensions = useCustomFieldExtensions<FieldExtensionOptions>(
    <ScaffolderFieldExtensions>
      <PrivateExposureClusterPickerFieldExtension />
      <PrivateExposureManifestPreviewFieldExtension />
    </ScaffolderFieldExtensions>,
  );
  const properties = {
    entityRef: { type: 'string', default: 'component:default/ledger' },
    cluster: {
      type: 'string',
      title: 'Cluster',
      enum: ['payments-eu'],
      'ui:field': 'PrivateExposureClusterPicker',
    },
    preview: { type: 'string', 'ui:field': 'PrivateExposureManifestPreview' },
  };
  return (
    <Stepper
      manifest={{
        title: 'Expose',
        steps: [{ title: 'Service', schema: { type: 'object', properties } }],
      }}
      extensions={extensions}
      onCreate={async () => {}}
    />
  );
}

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

  it('brings the cluster picker and the preview to template forms', async () => {
    await renderPage(<TemplateForm />, options());

    await userEvent.selectOptions(
      await screen.findByRole('combobox', { name: 'Cluster' }),
      'payments-eu',
    );

    expect(
      await screen.findByRole('group', { name: 'Manifest' }),
    ).toHaveTextContent('name: ledger');
  });

  it('knows an entity that names an exposure', () => {
    const named = anEntity('ledger', {
      'private-exposure.io/aws-endpoint-service': 'arn',
    });

    expect(isPrivateExposureAvailable(named)).toBe(true);
    expect(isPrivateExposureAvailable(anEntity('website'))).toBe(false);
  });
});
