import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { anExposure } from '../../__fixtures__/exposures';
import { FakePrivateExposureApi } from '../../__testUtils__/FakePrivateExposureApi';
import { FakeSignals } from '../../__testUtils__/FakeSignals';
import { renderPage } from '../../__testUtils__/renderPage';
import { responseError } from '../../__testUtils__/responseError';
import { PrivateExposurePage } from './PrivateExposurePage';

async function renderTabOf(
  path: string,
  options: { api?: FakePrivateExposureApi; signals?: FakeSignals } = {},
) {
  const { api = new FakePrivateExposureApi(), signals } = options;
  return renderPage(<PrivateExposurePage />, { api, signals, path });
}

async function findRows(name: string): Promise<string[]> {
  const table = within(await screen.findByRole('table', { name }));
  return table
    .getAllByRole('row')
    .slice(1)
    .map(row => row.textContent ?? '');
}

describe('the inbox', () => {
  it('lists what waits for a decision, and starts there', async () => {
    await renderTabOf('/');

    expect(await findRows('Connections')).toEqual([
      expect.stringMatching(/^globex444455556666.*vpce-0a11ce0000000001ledger/),
      expect.stringMatching(/^globex444455556666.*vpce-0a11ce0000000002ledger/),
    ]);
  });

  it('filters on the server, and keeps the filters in the address', async () => {
    const user = userEvent.setup();
    const api = new FakePrivateExposureApi();
    const list = jest.spyOn(api, 'listConnections');
    await renderTabOf('/inbox?scopeId=aws:222233334444:eu-west-1', { api });
    await findRows('Connections');

    await user.selectOptions(
      screen.getByRole('combobox', { name: 'State' }),
      'Connected',
    );
    await user.type(
      screen.getByRole('textbox', { name: 'Consumer account' }),
      '333344445555{Enter}',
    );

    await waitFor(async () =>
      expect(await findRows('Connections')).toEqual([
        expect.stringMatching(/^acme-analytics333344445555/),
      ]),
    );
    expect(list).toHaveBeenLastCalledWith(
      {
        state: 'connected',
        consumerAccount: '333344445555',
        scopeId: 'aws:222233334444:eu-west-1',
        cursor: undefined,
      },
      { signal: expect.any(AbortSignal) },
    );
  });

  it('lists every state when the filter for it is taken off', async () => {
    const user = userEvent.setup();
    await renderTabOf('/inbox');
    await findRows('Connections');

    await user.selectOptions(
      screen.getByRole('combobox', { name: 'State' }),
      'All',
    );

    await waitFor(async () =>
      expect(await findRows('Connections')).toHaveLength(6),
    );
  });

  it('says that nothing waits', async () => {
    await renderTabOf('/inbox', {
      api: new FakePrivateExposureApi({ entities: [] }),
    });

    expect(
      await screen.findByText('Nothing waits for a decision.'),
    ).toBeVisible();
  });

  it('decides, and takes what was decided off the list', async () => {
    const user = userEvent.setup();
    await renderTabOf('/inbox');
    const [reject] = await screen.findAllByRole('button', { name: /^Reject/ });

    await user.click(reject);
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByRole('textbox', { name: /Reason/ }), 'Unknown');
    await user.click(dialog.getByRole('button', { name: 'Reject connection' }));
    await dialog.findByText('Rejected. State now: Rejected.', undefined, {
      timeout: 20_000,
    });
    await user.click(dialog.getByRole('button', { name: 'Close' }));

    await waitFor(async () =>
      expect(await findRows('Connections')).toEqual([
        expect.stringContaining('vpce-0a11ce0000000002'),
      ]),
    );
  });

  it('grows by itself when a consumer connects', async () => {
    const api = new FakePrivateExposureApi();
    const signals = new FakeSignals();
    await renderTabOf('/inbox', { api, signals });
    await findRows('Connections');
    jest.spyOn(api, 'listConnections').mockResolvedValue({ items: [] });

    act(() => signals.send());

    expect(
      await screen.findByText('Nothing waits for a decision.', undefined, {
        timeout: 10_000,
      }),
    ).toBeVisible();
  });
});

describe('the inventory', () => {
  it('lists exposures with state, owner, consumers and freshness', async () => {
    await renderTabOf('/inventory');

    expect(await screen.findByText('4 exposures')).toBeVisible();
    const rows = await findRows('Exposures');
    expect(rows).toHaveLength(4);
    expect(rows[2]).toMatch(/^search.*Failing.*None of 2 targets is healthy/);
    expect(rows[2]).toMatch(/Stale · Seen 1 hour ago$/);
  });

  it('pages with the cursors of the backend, forth and back', async () => {
    const user = userEvent.setup();
    const entities = Array.from({ length: 5 }, (_, index) => {
      const name = `service-${index}`;
      const entityRef = `component:default/${name}`;
      const exposures = [anExposure(name)];
      return { entityRef, exposures, changes: [], conflicts: [], sources: [] };
    });
    await renderTabOf('/inventory', {
      api: new FakePrivateExposureApi({ entities, pageSize: 2 }),
    });
    const firstRow = async () => (await findRows('Exposures'))[0];
    expect(await firstRow()).toMatch(/^service-0/);

    await user.click(screen.getByRole('button', { name: 'Next page' }));
    await waitFor(async () => expect(await firstRow()).toMatch(/^service-2/));
    await user.click(screen.getByRole('button', { name: 'Next page' }));
    await waitFor(async () => expect(await firstRow()).toMatch(/^service-4/));
    expect(screen.getByRole('button', { name: 'Next page' })).toBeDisabled();
    await user.click(screen.getByRole('button', { name: 'Previous page' }));

    await waitFor(async () => expect(await firstRow()).toMatch(/^service-2/));
    expect(screen.getByText('Page 2')).toBeVisible();
  });

  it('starts at the first page again when the filter changes', async () => {
    const user = userEvent.setup();
    const api = new FakePrivateExposureApi({ pageSize: 2 });
    const list = jest.spyOn(api, 'listExposures');
    await renderTabOf('/inventory', { api });
    await findRows('Exposures');
    await user.click(screen.getByRole('button', { name: 'Next page' }));
    await screen.findByText('Page 2');

    await user.selectOptions(
      screen.getByRole('combobox', { name: 'Health' }),
      'Failing',
    );

    await waitFor(async () =>
      expect(await findRows('Exposures')).toEqual([
        expect.stringMatching(/^search/),
      ]),
    );
    expect(list).toHaveBeenLastCalledWith(
      expect.objectContaining({ health: 'failing', cursor: undefined }),
      { signal: expect.any(AbortSignal) },
    );
  });

  it('orders on the server', async () => {
    const user = userEvent.setup();
    await renderTabOf('/inventory');
    await findRows('Exposures');

    await user.click(screen.getByRole('button', { name: 'Sort by Name' }));

    await waitFor(async () =>
      expect((await findRows('Exposures'))[0]).toMatch(/^webhooks/),
    );
    expect(screen.getByRole('columnheader', { name: /Name/ })).toHaveAttribute(
      'aria-sort',
      'descending',
    );
  });

  it('says that no exposure matches, and clears the filters', async () => {
    const user = userEvent.setup();
    await renderTabOf('/inventory?text=nothing&health=failing');
    expect(
      await screen.findByText('No exposure matches the filters.'),
    ).toBeVisible();

    await user.click(screen.getByRole('button', { name: 'Clear filters' }));

    expect(await findRows('Exposures')).toHaveLength(4);
    expect(screen.queryByRole('button', { name: 'Clear filters' })).toBeNull();
  });
});

describe('the other tabs', () => {
  it('lists what nobody claims', async () => {
    await renderTabOf('/unclaimed');

    const [first] = await findRows('Exposures without an owner');
    expect(first).toMatch(/^vpce-svc-0abandoned0001/);
  });

  it('lists sources with freshness, failure, cost and next attempt', async () => {
    await renderTabOf('/sources');

    // Minutes may pass between the making of the times and the page.
    expect(await findRows('Sources')).toEqual([
      expect.stringMatching(
        /Fresh[2-4] minutes ago.*in [1-3] minutes?4 exposures, 7 connections6 calls, 1\.4 s$/,
      ),
      expect.stringMatching(
        /StaleRequestLimitExceeded.*14 calls, 5 throttled, 31\.8 s$/,
      ),
      expect.stringMatching(
        /FailedAccessDenied.*Never seen[4-6] minutes ago.*––$/,
      ),
    ]);
  });

  it('lists pull requests', async () => {
    await renderTabOf('/changes?state=open');

    expect(await findRows('Pull requests')).toEqual([
      expect.stringMatching(
        /^Expose payments over AWS PrivateLink.*paymentsExposeOpen/,
      ),
    ]);
  });

  it('lists decisions: who, when, why, and what became of it', async () => {
    await renderTabOf('/decisions');

    expect(await findRows('Decisions')).toEqual([
      expect.stringMatching(
        /^Approvepetra1 day ago.*Reporting needs the ledgerApplied/,
      ),
      expect.stringMatching(
        /^Rejectmira2 days ago.*vpce-0a11ce0000000001.*Superseded/,
      ),
      expect.stringMatching(
        /^Approvepolicy own-accounts.*FailedUnauthorizedOperation/,
      ),
    ]);
  });

  it('has a face for those who may not see the inventory', async () => {
    const api = new FakePrivateExposureApi();
    const error = await responseError(403, 'NotAllowedError', 'No');
    jest.spyOn(api, 'listExposures').mockRejectedValue(error);
    jest.spyOn(api, 'listScopes').mockRejectedValue(error);

    await renderTabOf('/inventory', { api });

    expect(
      await screen.findByText('You are not allowed to see this'),
    ).toBeVisible();
    // Nothing to narrow down.
    expect(screen.queryByRole('search')).toBeNull();
  });
});
