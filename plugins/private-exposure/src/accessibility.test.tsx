import axe from 'axe-core';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakePrivateExposureApi } from './__testUtils__/FakePrivateExposureApi';
import { anEntity, renderPage } from './__testUtils__/renderPage';
import { ClusterPicker } from './components/ClusterPicker/ClusterPicker';
import { EntityExposureCard } from './components/ExposureCard';
import { EntityExposureTab } from './components/ExposureTab';
import { ManifestPreview } from './components/ManifestPreview/ManifestPreview';
import { PrivateExposureTabs } from './components/PrivateExposurePage';

/** Rules of WCAG 2.1 A and AA. Contrast needs a real browser; the end-to-end test looks at it. */
async function violationsOf(root: Element): Promise<string[]> {
  const { violations } = await axe.run(root, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'],
    rules: {
      'color-contrast': { enabled: false },
      // The rules on landmarks and the first heading are about whole pages, and this is a part of one.
      region: { enabled: false },
      'page-has-heading-one': { enabled: false },
      'heading-order': { enabled: false },
    },
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(node => `${id}: ${node.html}`),
  );
}

const chosen = {
  entityRef: 'component:default/ledger',
  cluster: 'payments-eu',
};

describe('accessibility', () => {
  const api = () => new FakePrivateExposureApi();

  it('of the card', async () => {
    const { container } = await renderPage(<EntityExposureCard />, {
      api: api(),
      entity: anEntity('ledger'),
    });
    await screen.findByRole('listitem');

    expect(await violationsOf(container)).toEqual([]);
  });

  it.each(['ledger', 'search', 'webhooks', 'payments', 'invoices', 'archive'])(
    'of the tab of %s',
    async name => {
      const { container } = await renderPage(<EntityExposureTab />, {
        api: api(),
        entity: anEntity(name),
      });
      await screen.findByRole('region', { name: 'Sources' });

      expect(await violationsOf(container)).toEqual([]);
    },
  );

  it.each([
    ['before anything is chosen', {}, /^Choose a component/],
    ['with a finding', { ...chosen, crossZone: false }, '1 finding'],
    ['of what is refused', { ...chosen, namespace: 'A' }, /^Not yet/],
  ])('of the preview %s', async (_, formData, text) => {
    const { container } = await renderPage(
      <ManifestPreview formContext={{ formData }} />,
      { api: api() },
    );
    await screen.findByText(text);

    expect(await violationsOf(container)).toEqual([]);
  });

  it('of the preview of what changes', async () => {
    const fake = api();
    jest.spyOn(fake, 'getManifestService').mockResolvedValue({
      state: 'found',
      service: {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: 'ledger', annotations: {} },
        spec: {
          type: 'LoadBalancer',
          loadBalancerClass: 'service.k8s.aws/nlb',
          ports: [{ port: 443 }],
        },
      },
    });
    const { container } = await renderPage(
      <ManifestPreview formContext={{ formData: chosen }} />,
      { api: fake },
    );
    await screen.findByRole('table');

    expect(await violationsOf(container)).toEqual([]);
  });

  it.each([
    [
      'with a value that is not offered',
      'retired',
      new FakePrivateExposureApi(),
    ],
    ['with nothing to offer', '', new FakePrivateExposureApi({ clusters: [] })],
  ])('of the cluster picker %s', async (_, formData, fake) => {
    const { container } = await renderPage(
      <ClusterPicker
        formData={formData}
        onChange={() => {}}
        idSchema={{ $id: 'cluster' }}
      />,
      { api: fake },
    );
    await screen.findByText(/has no profile|No cluster has a profile/);

    expect(await violationsOf(container)).toEqual([]);
  });

  it('of the decision dialog', async () => {
    await renderPage(<EntityExposureTab />, {
      api: api(),
      entity: anEntity('ledger'),
    });
    const [approve] = await screen.findAllByRole('button', { name: /Approve/ });
    await userEvent.click(approve);

    expect(await violationsOf(await screen.findByRole('dialog'))).toEqual([]);
  });

  it('of the dialog that says what to delete', async () => {
    await renderPage(<PrivateExposureTabs />, {
      api: api(),
      path: '/unclaimed',
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Withdraw app-shop' }),
    );

    expect(await violationsOf(await screen.findByRole('dialog'))).toEqual([]);
  });

  it.each([
    'inbox',
    'inventory',
    'unclaimed',
    'sources',
    'changes',
    'decisions',
  ])('of the page: %s', async tab => {
    const { container } = await renderPage(<PrivateExposureTabs />, {
      api: api(),
      path: `/${tab}`,
    });
    await screen.findByRole('table');

    expect(await violationsOf(container)).toEqual([]);
  });
});
