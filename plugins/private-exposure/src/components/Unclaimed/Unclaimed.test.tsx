import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakePrivateExposureApi } from '../../__testUtils__/FakePrivateExposureApi';
import { renderPage } from '../../__testUtils__/renderPage';
import { responseError } from '../../__testUtils__/responseError';
import { Unclaimed } from './Unclaimed';

async function renderUnclaimed(
  options: { api?: FakePrivateExposureApi; path?: string } = {},
) {
  const { api = new FakePrivateExposureApi(), path = '/' } = options;
  return renderPage(<Unclaimed />, { api, path });
}

async function findRows(): Promise<string[]> {
  const table = await screen.findByRole('table', {
    name: 'Exposures without an owner',
  });
  return within(table)
    .getAllByRole('row')
    .slice(1)
    .map(row => row.textContent ?? '');
}

function readForm(link: HTMLElement): [string, unknown] {
  const url = new URL(link.getAttribute('href') ?? '', 'http://portal');
  return [url.pathname, JSON.parse(url.searchParams.get('formData') ?? '')];
}

describe('unclaimed', () => {
  it('says of each who made it, when, what it exposes and costs, and what is not known', async () => {
    await renderUnclaimed();

    expect(await findRows()).toEqual([
      expect.stringMatching(
        /^vpce-svc-0abandoned0001AWS.*com\.amazonaws\.vpce\..*2 connected1 year agoBy IAMUser:AIDAEXAMPLE:miraNot known€0\.011 an hour€7\.92 in 30 daysacme-payments/,
      ),
      expect.stringMatching(
        /^k8s-shop-cart.*1 month agoBy whom is not knownKubernetes Service shop\/cart in cluster payments-eu€0\.0225 an hour/,
      ),
      expect.stringMatching(
        /^app-shop.*4 days agoBy deploy@acme\.exampleTerraformNo price/,
      ),
      expect.stringMatching(
        /^mystery.*–Not knownSeen first 3 days agoNot known€0\.0225 an hour.*Stale/,
      ),
    ]);
  });

  it('adds up all pages', async () => {
    await renderUnclaimed();

    expect(
      await screen.findByText(
        '4 exposures without an owner · about €0.056 an hour, €40.32 in 30 days · 1 of a kind without a price',
      ),
    ).toBeVisible();
  });

  it('filters and orders on the server, the page and the totals alike', async () => {
    const user = userEvent.setup();
    const api = new FakePrivateExposureApi();
    const list = jest.spyOn(api, 'listUnclaimed');
    const totals = jest.spyOn(api, 'getUnclaimedTotals');
    await renderUnclaimed({
      api,
      path: '/?account=222233334444&manager=nobody',
    });
    await findRows();
    const choose = (name: string, option: string) =>
      user.selectOptions(screen.getByRole('combobox', { name }), option);

    await choose('Age', 'Older than 30 days');
    await choose('Looked after by', 'Kubernetes');
    await choose('Cloud', 'aws');
    await user.type(
      screen.getByRole('textbox', { name: 'Made by, starts with' }),
      'mira{Enter}',
    );
    await user.click(
      await screen.findByRole('button', { name: 'Clear filters' }),
    );
    await choose('Looked after by', 'Not known');
    await user.click(
      await screen.findByRole('button', { name: 'Sort by Cost (estimate)' }),
    );

    const asked = {
      account: '222233334444',
      provider: 'aws',
      olderThanDays: 30,
      manager: 'kubernetes',
      createdBy: 'mira',
    };
    const signal = { signal: expect.any(AbortSignal) };
    await waitFor(() =>
      expect(list).toHaveBeenLastCalledWith(
        expect.objectContaining({ manager: 'unknown', order: 'cost' }),
        signal,
      ),
    );
    expect(list).toHaveBeenCalledWith(expect.objectContaining(asked), signal);
    expect(totals).toHaveBeenCalledWith(expect.objectContaining(asked), signal);
    expect(list.mock.calls[0][0].manager).toBeUndefined();
  });

  it('drafts a claim with what the server knows the resource by', async () => {
    await renderUnclaimed();

    const link = await screen.findByRole('button', { name: 'Claim mystery' });

    expect(readForm(link)).toEqual([
      '/create/templates/default/claim-private-exposure',
      {
        kind: 'aws-load-balancer',
        nativeId:
          'arn:aws:elasticloadbalancing:eu-west-1:222233334444:loadbalancer/net/mystery/50dc6c495c0c9188',
      },
    ]);
  });

  it('drafts the withdrawal of what comes from a repository', async () => {
    await renderUnclaimed();

    const link = await screen.findByRole('button', {
      name: 'Withdraw k8s-shop-cart',
    });

    expect(readForm(link)).toEqual([
      '/create/templates/default/withdraw-private-exposure',
      {
        ...{ owner: 'nobody', step: 'remove-load-balancer' },
        namespace: 'shop',
        serviceName: 'cart',
        reason: expect.stringContaining('loadbalancer/net/k8s-shop-cart/'),
      },
    ]);
  });

  it.each([
    [
      'vpce-svc-0abandoned0001',
      'IAMUser:AIDAEXAMPLE:mira made it. Nothing on it says that code or a controller looks after it.',
      /^Ask in account acme-payments whether anybody needs it/,
    ],
    [
      'app-shop',
      'Terraform looks after it, and deploy@acme.example made it.',
      /^Remove this from the code there/,
    ],
    [
      'mystery',
      'Nothing on it says who made it: it was made by hand, or by code that leaves no tags.',
      /^Ask in account acme-payments/,
    ],
  ])(
    'says what made %s and what to delete there',
    async (name, maker, remedy) => {
      const user = userEvent.setup();
      await renderUnclaimed();

      await user.click(
        await screen.findByRole('button', { name: `Withdraw ${name}` }),
      );

      const dialog = within(
        await screen.findByRole('dialog', { name: `Withdraw ${name}` }),
      );
      expect(dialog.getByText(maker)).toBeVisible();
      expect(dialog.getByText(remedy)).toBeVisible();
      expect(dialog.queryByText(/^\d{4}-\d{2}-\d{2}T/)).toBeNull();
      expect(
        dialog.getByRole('button', { name: 'Copy Id' }),
      ).toBeInTheDocument();
      await user.keyboard('{Escape}');
      await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    },
  );

  it('warns of consumers that a deletion cuts off', async () => {
    const user = userEvent.setup();
    await renderUnclaimed();

    await user.click(
      await screen.findByRole('button', {
        name: 'Withdraw vpce-svc-0abandoned0001',
      }),
    );

    expect(
      await screen.findByText(
        'Consumers use it: 2 connected. Whoever is connected is cut off.',
      ),
    ).toBeVisible();
  });

  it('exports what is filtered, in its order, as a file', async () => {
    const user = userEvent.setup();
    const api = new FakePrivateExposureApi();
    const asked = jest.spyOn(api, 'exportUnclaimed');
    const saved: Blob[] = [];
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => {
        saved.push(blob);
        return 'blob:portal/1';
      },
      revokeObjectURL: () => {},
    });
    await renderUnclaimed({ api, path: '/?manager=iac&order=-cost' });
    await findRows();

    await user.click(screen.getByRole('button', { name: 'Export as CSV' }));

    expect(
      await screen.findByText('The file is downloaded.'),
    ).toBeInTheDocument();
    expect(asked).toHaveBeenCalledWith(
      expect.objectContaining({ manager: 'iac', order: '-cost' }),
    );
    expect(saved.map(({ type }) => type)).toEqual(['text/csv;charset=utf-8']);
    // Read as a text, it would have no byte order mark.
    expect(Buffer.from(await saved[0].arrayBuffer()).toString()).toBe(
      '\uFEFF"name"\r\n"app-shop"\r\n',
    );
  });

  it('says when an export or the totals fail, and shows the list all the same', async () => {
    const user = userEvent.setup();
    const api = new FakePrivateExposureApi();
    const error = await responseError(500, 'Error', 'The database is away');
    jest.spyOn(api, 'exportUnclaimed').mockRejectedValue(error);
    jest.spyOn(api, 'getUnclaimedTotals').mockRejectedValue(error);
    await renderUnclaimed({ api });

    expect(await findRows()).toHaveLength(4);
    expect(
      await screen.findByText(/^The totals could not be loaded\./),
    ).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Export as CSV' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /^The export failed\. .*The database is away/,
    );
  });

  it('says that an export has not all of it', async () => {
    const api = new FakePrivateExposureApi();
    jest.spyOn(api, 'getUnclaimedTotals').mockResolvedValue({
      ...{ count: 12_345, byKind: [], unpriced: 12_345, exportLimit: 10_000 },
    });
    await renderUnclaimed({ api });

    expect(
      await screen.findByText(
        '12,345 exposures without an owner · an export has the first 10,000',
      ),
    ).toBeVisible();
  });

  it.each([
    ['/', 'Every exposure has an owner in the catalog.'],
    ['/?kind=eks-api-endpoint', 'No exposure matches the filters.'],
  ])('says that there is nothing: %s', async (path, text) => {
    const api = new FakePrivateExposureApi({ unclaimed: [] });

    await renderUnclaimed({ api, path });

    expect(await screen.findByText(text)).toBeVisible();
  });

  it('has a face for those who may not see it', async () => {
    const api = new FakePrivateExposureApi();
    const error = await responseError(403, 'NotAllowedError', 'No');
    jest.spyOn(api, 'listUnclaimed').mockRejectedValue(error);
    jest.spyOn(api, 'listScopes').mockRejectedValue(error);

    await renderUnclaimed({ api });

    expect(
      await screen.findByText('You are not allowed to see this'),
    ).toBeVisible();
    expect(screen.queryByRole('search')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Export as CSV' })).toBeNull();
  });

  it('has a face for a backend that does not answer', async () => {
    const api = new FakePrivateExposureApi();
    const error = await responseError(500, 'Error', 'The database is away');
    jest.spyOn(api, 'listUnclaimed').mockRejectedValue(error);

    await renderUnclaimed({ api });

    expect(
      await screen.findByText('Private exposure could not be loaded'),
    ).toBeVisible();
  });
});
