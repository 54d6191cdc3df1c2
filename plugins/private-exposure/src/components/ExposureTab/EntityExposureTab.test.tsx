import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ConfigApi } from '@backstage/core-plugin-api';
import { mockApis } from '@backstage/test-utils';
import { ANNOTATION_AWS_ENDPOINT_SERVICE } from '@postern/backstage-plugin-private-exposure-common';
import { storefront } from '../../__fixtures__/azure';
import { aConnection } from '../../__fixtures__/exposures';
import { anExposedEntity, ledger } from '../../__fixtures__/world';
import { FakePrivateExposureApi } from '../../__testUtils__/FakePrivateExposureApi';
import { FakeSignals } from '../../__testUtils__/FakeSignals';
import { anEntity, renderPage } from '../../__testUtils__/renderPage';
import { responseError } from '../../__testUtils__/responseError';
import { EntityExposureTab } from './EntityExposureTab';

async function renderTab(
  name: string,
  options: {
    api?: FakePrivateExposureApi;
    signals?: FakeSignals;
    annotations?: Record<string, string>;
    config?: ConfigApi;
  } = {},
) {
  const { annotations, ...apis } = options;
  return renderPage(<EntityExposureTab />, {
    api: new FakePrivateExposureApi(),
    ...apis,
    entity: anEntity(name, annotations),
  });
}

async function findRegion(name: string) {
  return within(await screen.findByRole('region', { name }));
}

describe('EntityExposureTab', () => {
  it('draws the path as an ordered list from the consumers to the Kubernetes Service', async () => {
    await renderTab('ledger');

    const path = within(
      await screen.findByRole('group', {
        name: 'Path from the consumers to ledger',
      }),
    );
    expect(path.getAllByRole('listitem').map(item => item.textContent)).toEqual(
      [
        expect.stringMatching(/^Consumers2 pending, 1 connected, 1 rejected/),
        expect.stringMatching(
          /^Step 2 of 6DNS nameledger\.k\.acme\.exampleHealthy/,
        ),
        expect.stringMatching(/^Step 3 of 6Endpoint service.*Healthy/),
        expect.stringMatching(/^Step 4 of 6Load balancer.*Healthy/),
        expect.stringMatching(/^Step 5 of 6Target group.*Healthy/),
        expect.stringMatching(/^Step 6 of 6Kubernetes Service.*Healthy/),
      ],
    );
  });

  it('marks the broken hop in words, with the reason', async () => {
    await renderTab('search');

    const path = within(
      await screen.findByRole('group', { name: /Path from the consumers/ }),
    );
    const [broken] = path
      .getAllByRole('listitem')
      .filter(item => item.textContent?.includes('Failing'));
    expect(broken).toHaveTextContent('k8s-search-443');
    expect(broken).toHaveTextContent(
      'Broken here: None of 2 targets is healthy: Health checks failed with code 503.',
    );
  });

  it('shows of what stands on the Internet who really comes, and neither connections nor grants', async () => {
    await renderTab('storefront', {
      api: new FakePrivateExposureApi({ entities: [storefront] }),
    });

    const path = within(
      await screen.findByRole('group', {
        name: 'Path from the clients to storefront',
      }),
    );
    expect(path.getAllByRole('listitem')[0]).toHaveTextContent(
      /^ClientsAnybody on the Internet$/,
    );
    expect(await findRegion('Timeline')).toBeDefined();
    for (const name of [/connections/i, /who may ask/i]) {
      expect(screen.queryByRole('region', { name })).toBeNull();
    }
  });

  it('does not take grants that nobody looked for as none', async () => {
    const [exposure] = ledger.exposures;
    const notInspected = { ...exposure, grants: [], inspection: undefined };
    await renderTab('ledger', {
      api: new FakePrivateExposureApi({
        entities: [anExposedEntity(notInspected)],
      }),
    });

    const grants = await findRegion('Who may ask to connect');
    expect(grants.getByText('Known after the first inspection.')).toBeVisible();
  });

  it('shows the connections that something on the Internet has itself, so that they can be decided', async () => {
    const [exposure] = storefront.exposures;
    const waiting = anExposedEntity({
      ...exposure,
      connections: [aConnection({ exposureId: exposure.id })],
      connectionsTotal: 1,
    });
    await renderTab('storefront', {
      api: new FakePrivateExposureApi({ entities: [waiting] }),
    });

    const own = await findRegion('Its own connections');
    expect(own.getByRole('button', { name: /^Approve/ })).toBeVisible();
  });

  it('offers of each connection what the backend allows, and nothing more', async () => {
    await renderTab('ledger');

    const table = within(
      await screen.findByRole('table', { name: 'Connections: ledger' }),
    );
    const rows = table.getAllByRole('row').slice(1);
    expect(
      rows.map(row =>
        within(row)
          .queryAllByRole('button')
          .map(button => button.textContent),
      ),
    ).toEqual([['Approve', 'Reject'], ['Approve', 'Reject'], ['Remove'], []]);
    expect(rows[3]).toHaveTextContent('Nothing to decide');
    expect(rows[3]).toHaveTextContent(
      'To connect again, the consumer must create a new endpoint.',
    );
    expect(rows[1]).toHaveTextContent('Expires in 9 hours');
  });

  it('sorts findings by severity and says what to do', async () => {
    await renderTab('ledger');

    const findings = await findRegion('Findings');
    expect(
      findings.getAllByRole('listitem').map(item => item.textContent),
    ).toEqual([
      expect.stringMatching(
        /^Warningaws\/cross-zone-off.*What to do: Switch cross-zone balancing on/,
      ),
      expect.stringMatching(/^Infoaws\/pending-too-long/),
    ]);
    expect(
      findings.getAllByRole('definition').map(value => value.textContent),
    ).toContain('euw1-az1, euw1-az2');
  });

  it('shows how to connect, per tool, ready to copy', async () => {
    const user = userEvent.setup();
    const write = jest.spyOn(navigator.clipboard, 'writeText');
    await renderTab('ledger');
    const connect = await findRegion('How to connect');
    expect(connect.getByRole('tabpanel')).toHaveTextContent('aws_vpc_endpoint');

    await user.click(connect.getByRole('tab', { name: 'CLI' }));
    await user.click(connect.getByRole('button', { name: 'Copy CLI' }));

    expect(write).toHaveBeenCalledWith(
      expect.stringMatching(/^aws ec2 create-vpc-endpoint/),
    );
    expect(connect.getByText('Copied')).toBeInTheDocument();
  });

  it('asks for the TXT record, ready to copy, and has the cloud check it', async () => {
    const user = userEvent.setup();
    const write = jest.spyOn(navigator.clipboard, 'writeText');
    const api = new FakePrivateExposureApi();
    const verify = jest.spyOn(api, 'startDomainVerification');
    await renderTab('webhooks', { api });

    const domain = await findRegion('Private domain');
    expect(domain.getByText('Waiting for the TXT record')).toBeVisible();
    await user.click(domain.getByRole('button', { name: 'Copy Value' }));
    expect(write).toHaveBeenCalledWith('vpce:l6p0ERxlTt45jevFwOCp');
    await user.click(domain.getByRole('button', { name: 'Check now' }));

    expect(verify).toHaveBeenCalledWith('exposure-webhooks');
    expect(await domain.findByText(/The cloud was asked/)).toBeVisible();
    const step = screen
      .getByRole('group', { name: 'Progress' })
      .querySelector('[aria-current=step]');
    expect(step).toHaveTextContent('Waiting for TXT record (now)');
  });

  it('asks for a new look, and rests as long as the backend would refuse', async () => {
    const user = userEvent.setup();
    const api = new FakePrivateExposureApi();
    const refresh = jest.spyOn(api, 'refreshExposure');
    await renderTab('ledger', { api });

    await user.click(await screen.findByRole('button', { name: 'Refresh' }));

    expect(refresh).toHaveBeenCalledTimes(1);
    expect(await screen.findByText(/A new look was asked for/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Refresh' })).toBeDisabled();
  });

  it('says why a refresh was refused', async () => {
    const user = userEvent.setup();
    const api = new FakePrivateExposureApi();
    const error = await responseError(429, 'TooManyRequests', 'Too soon');
    jest.spyOn(api, 'refreshExposure').mockRejectedValue(error);
    await renderTab('ledger', { api });

    await user.click(await screen.findByRole('button', { name: 'Refresh' }));

    expect(await screen.findByText(/try again in a minute/)).toBeVisible();
  });

  it('lengthens the timeline on demand', async () => {
    const user = userEvent.setup();
    await renderTab('ledger');
    const timeline = await findRegion('Timeline');
    expect(await timeline.findAllByRole('listitem')).toHaveLength(5);

    await user.click(timeline.getByRole('button', { name: 'Show more' }));

    await waitFor(() =>
      expect(timeline.getAllByRole('listitem')).toHaveLength(24),
    );
    expect(timeline.queryByRole('button', { name: 'Show more' })).toBeNull();
  });

  it.each([
    ['payments', 'In review', 'The pull request waits for its review.'],
    ['shipping', 'Provisioning', /The pull request is merged/],
  ])(
    'shows where %s is before it is in the cloud',
    async (name, step, text) => {
      await renderTab(name);

      expect(await screen.findByText(text)).toBeVisible();
      const current = screen
        .getByRole('group', { name: 'Progress' })
        .querySelector('[aria-current=step]');
      expect(current).toHaveTextContent(`${step} (now)`);
    },
  );

  it('shows a claim conflict, and nothing of the resource', async () => {
    await renderTab('invoices');

    expect(await screen.findByText('Claim conflict')).toBeVisible();
    expect(screen.queryByRole('table')).toBeNull();
    expect(screen.queryByText(/not exposed privately/)).toBeNull();
  });

  it('says that a named resource was not seen because its source failed', async () => {
    await renderTab('archive', {
      annotations: { [ANNOTATION_AWS_ENDPOINT_SERVICE]: 'arn' },
    });

    const notice = await screen.findByRole('note');
    expect(notice).toHaveTextContent('Named, but not seen');
    expect(notice).toHaveTextContent('vpce-svc-archive');
    expect(notice).toHaveTextContent('Source failed: AccessDenied');
    expect(screen.getByRole('region', { name: 'Sources' })).toHaveTextContent(
      /may hold more of this entity’s exposures/,
    );
    expect(screen.queryByText(/not exposed privately/)).toBeNull();
  });

  it('helps an entity that names nothing', async () => {
    await renderTab('website');

    expect(
      await screen.findByText('This service is not exposed privately'),
    ).toBeVisible();
    expect(screen.getByText(/Already exposed\?/)).toHaveTextContent(
      'backstage-entity-ref = component:default/website',
    );
    expect(screen.getByText(/annotations:/)).toHaveTextContent(
      'private-exposure.io/kubernetes-service: <cluster>/<namespace>/<service>',
    );
    expect(
      screen.getByRole('button', { name: 'Expose this service' }),
    ).toHaveAttribute(
      'href',
      '/create/templates/default/expose-aws-privatelink?formData=%7B%22entityRef%22%3A%22component%3Adefault%2Fwebsite%22%7D',
    );
  });

  it('does not say that there is nothing where not every source was seen', async () => {
    const api = new FakePrivateExposureApi();
    const world = await api.getEntityExposures('component:default/website');
    const [failed] = (await api.getEntityExposures('component:default/archive'))
      .sources;
    jest
      .spyOn(api, 'getEntityExposures')
      .mockResolvedValue({ ...world, sources: [failed] });

    await renderTab('website', { api });

    expect(
      await screen.findByText('No private exposure was seen'),
    ).toBeVisible();
    expect(screen.queryByText(/not exposed privately/)).toBeNull();
    expect(screen.getByText(failed.title)).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'Expose this service' }),
    ).toBeVisible();
  });

  it('names the owner tag that the backend looks for', async () => {
    const config = mockApis.config({
      data: { privateExposure: { ownerTag: 'acme:owner' } },
    });
    await renderTab('website', { config });

    expect(await screen.findByText(/Already exposed\?/)).toHaveTextContent(
      'acme:owner = component:default/website',
    );
  });

  it('leaves open what somebody opened, while the rest changes', async () => {
    const user = userEvent.setup();
    const api = new FakePrivateExposureApi();
    const signals = new FakeSignals();
    await renderTab('ledger', { api, signals });
    const findings = await findRegion('Findings');
    await user.click(findings.getByText('Evidence'));
    await user.click(screen.getByRole('tab', { name: 'CLI' }));
    const world = await api.getEntityExposures('component:default/ledger');
    world.exposures[0].health = 'degraded';
    jest.spyOn(api, 'getEntityExposures').mockResolvedValue(world);

    act(() => signals.send());
    await screen.findByText('Degraded', undefined, { timeout: 10_000 });

    expect(findings.getByText('Evidence').closest('details')).toHaveAttribute(
      'open',
    );
    expect(screen.getByRole('tab', { name: 'CLI' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
  });

  it('keeps what it shows when a refresh fails, with a mark', async () => {
    const api = new FakePrivateExposureApi();
    const signals = new FakeSignals();
    await renderTab('ledger', { api, signals });
    await screen.findByRole('heading', { name: 'ledger' });
    jest
      .spyOn(api, 'getEntityExposures')
      .mockRejectedValue(new Error('The database does not answer'));

    act(() => signals.send());

    expect(
      await screen.findByText(/The last update failed/, undefined, {
        timeout: 10_000,
      }),
    ).toHaveTextContent('The database does not answer');
    expect(screen.getByRole('heading', { name: 'ledger' })).toBeVisible();
  });

  it.each([
    [403, 'NotAllowedError', 'You are not allowed to see this'],
    [503, 'ServiceUnavailableError', 'Private exposure could not be loaded'],
  ])('has a face for a %i', async (status, name, text) => {
    const api = new FakePrivateExposureApi();
    const error = await responseError(status, name, 'Because');
    jest.spyOn(api, 'getEntityExposures').mockRejectedValue(error);

    await renderTab('ledger', { api });

    expect(await screen.findByText(text)).toBeVisible();
  });
});
