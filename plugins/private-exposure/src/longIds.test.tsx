import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { endpointId, serviceId, stock } from './__fixtures__/azure';
import { FakePrivateExposureApi } from './__testUtils__/FakePrivateExposureApi';
import { anEntity, renderPage } from './__testUtils__/renderPage';
import { EntityExposureTab } from './components/ExposureTab';
import { PrivateExposurePage } from './components/PrivateExposurePage';

const api = () => new FakePrivateExposureApi({ entities: [stock] });

const pages = {
  inbox: () =>
    renderPage(<PrivateExposurePage />, { api: api(), path: '/inbox' }),
  tab: () =>
    renderPage(<EntityExposureTab />, {
      api: api(),
      entity: anEntity('stock'),
    }),
};

async function findRow() {
  const button = await screen.findByRole('button', { name: /^Approve/ });
  const row = button.closest('tr');
  if (!row) throw new Error('The button is in no row');
  return within(row);
}

describe.each(['inbox', 'tab'] as const)('a long id in the %s', page => {
  it('is named by its end, and whole in the details, ready to copy', async () => {
    const user = userEvent.setup();
    const write = jest.spyOn(navigator.clipboard, 'writeText');
    await pages[page]();
    const row = await findRow();
    const whole = row.getByText(endpointId);
    expect(whole).not.toBeVisible();
    expect(row.getByRole('cell', { name: /^pe-/ })).toBeVisible();

    await user.click(row.getByText('Details'));
    await user.click(row.getByRole('button', { name: 'Copy Endpoint' }));

    expect(whole).toBeVisible();
    expect(write).toHaveBeenCalledWith(endpointId);
  });

  it('is whole in the decision dialog, with the subscription, the region and the service', async () => {
    const user = userEvent.setup();
    const write = jest.spyOn(navigator.clipboard, 'writeText');
    await pages[page]();
    const row = await findRow();

    await user.click(row.getByRole('button', { name: /^Approve/ }));
    const dialog = within(await screen.findByRole('dialog'));

    for (const value of [
      '00000000-cccc-4000-8000-000000000002',
      'pe-analytics-stock',
      endpointId,
      'westeurope',
      'stock',
      serviceId,
    ]) {
      expect(dialog.getByText(value)).toBeVisible();
    }
    await user.click(dialog.getByRole('button', { name: 'Copy Endpoint' }));
    expect(write).toHaveBeenCalledWith(endpointId);
  });
});

describe('a long id in running text', () => {
  it('is named by its end in the timeline, with the whole id on demand', async () => {
    const user = userEvent.setup();
    const known = api();
    jest.spyOn(known, 'listEvents').mockResolvedValue({
      items: [
        {
          id: '1',
          exposureId: 'exposure-stock',
          type: 'connection-appeared',
          at: '2026-11-28T08:00:00Z',
          to: 'pending',
          message: `Consumer: 0002, ${endpointId}.`,
        },
      ],
    });
    await renderPage(<EntityExposureTab />, {
      api: known,
      entity: anEntity('stock'),
    });
    const timeline = within(
      await screen.findByRole('region', { name: 'Timeline' }),
    );

    expect(
      await timeline.findByText(/^Consumer: 0002, pe-analytics-stock\.$/),
    ).toBeVisible();
    await user.click(timeline.getByText('Whole id'));
    expect(timeline.getByText(endpointId)).toBeVisible();
  });
});
