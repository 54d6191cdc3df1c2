import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  Connection,
  ConnectionChange,
} from '@postern/backstage-plugin-private-exposure-common';
import { stock } from './__fixtures__/azure';
import { anExposedEntity } from './__fixtures__/world';
import { FakePrivateExposureApi } from './__testUtils__/FakePrivateExposureApi';
import { anEntity, renderPage } from './__testUtils__/renderPage';
import { EntityExposureTab } from './components/ExposureTab';
import { PrivateExposurePage } from './components/PrivateExposurePage';

const origin = {
  exposureId: 'fd',
  kind: 'azure-front-door',
  name: 'stock-fd',
} as const;

const change: ConnectionChange = {
  id: 'change-1',
  title: 'Publish stock',
  url: 'https://git.acme.example/acme/stock/pull/7',
  state: 'merged',
  origin,
};

function apiWith(carried: Pick<Connection, 'change' | 'contestedChange'>) {
  const [exposure] = stock.exposures;
  const connections = exposure.connections.map(connection => ({
    ...connection,
    ...carried,
  }));
  return new FakePrivateExposureApi({
    entities: [anExposedEntity({ ...exposure, connections })],
  });
}

const pages = {
  inbox: (carried: Parameters<typeof apiWith>[0]) =>
    renderPage(<PrivateExposurePage />, {
      api: apiWith(carried),
      path: '/inbox',
    }),
  tab: (carried: Parameters<typeof apiWith>[0]) =>
    renderPage(<EntityExposureTab />, {
      api: apiWith(carried),
      entity: anEntity('stock'),
    }),
};

async function findRow() {
  const button = await screen.findByRole('button', { name: /^Approve/ });
  const row = button.closest('tr');
  if (!row) throw new Error('The button is in no row');
  return row;
}

describe.each(['inbox', 'tab'] as const)('in the %s, a connection', page => {
  it('with the request id of a pull request says so, whose it is, and leads there', async () => {
    const user = userEvent.setup();
    await pages[page]({ change });
    const row = await findRow();
    const sentence =
      'Carries the request id of pull request #7, Opens in a new window, with which Azure Front Door ‘stock-fd’ asks here.';
    expect(row).toHaveTextContent(sentence);
    expect(within(row).getByRole('link', { name: /^#7/ })).toHaveAttribute(
      'href',
      change.url,
    );

    await user.click(within(row).getByRole('button', { name: /^Approve/ }));

    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent(
      'Carries the request id of pull request #7, Opens in a new window ‘Publish stock’, with which Azure Front Door ‘stock-fd’ asks here.',
    );
    // An id can be copied: where the real one's endpoint lies is for the approver to compare.
    expect(dialog).toHaveTextContent('eafd-Prod-westeurope');
    expect(dialog).toHaveTextContent(
      'Azure does not say on both sides in which region the endpoint is',
    );
  });

  it('says which region both sides name', async () => {
    const user = userEvent.setup();
    const region = 'norwayeast';
    await pages[page]({
      change: { ...change, origin: { ...origin, region } },
    });
    const row = await findRow();

    await user.click(within(row).getByRole('button', { name: /^Approve/ }));

    expect(await screen.findByRole('dialog')).toHaveTextContent(
      'Both sides say that the endpoint is in norwayeast.',
    );
  });

  it('that is not the only one with the id is called contested, and nobody’s', async () => {
    const user = userEvent.setup();
    await pages[page]({ contestedChange: change });
    const row = await findRow();
    const sentence =
      /Another connection carries the request id of pull request #7.* too/;
    expect(row).toHaveTextContent(sentence);
    expect(row).not.toHaveTextContent('asks here');

    await user.click(within(row).getByRole('button', { name: /^Approve/ }));

    expect(await screen.findByRole('dialog')).toHaveTextContent(sentence);
  });

  it('of a consumer’s pull request is shown with what its id is worth', async () => {
    const user = userEvent.setup();
    await pages[page]({
      change: { ...change, origin: undefined, state: 'open' },
    });
    const row = await findRow();
    expect(row).toHaveTextContent(
      /Carries the request id of pull request #7.* \(Open\)\./,
    );

    await user.click(within(row).getByRole('button', { name: /^Approve/ }));

    expect(await screen.findByRole('dialog')).toHaveTextContent(
      'Whoever can read the pull request can ask with its id',
    );
  });
});
