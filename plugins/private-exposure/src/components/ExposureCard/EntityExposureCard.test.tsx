import { act, screen, within } from '@testing-library/react';
import {
  ANNOTATION_AWS_ENDPOINT_SERVICE,
  type EntitySummary,
} from '@postern/backstage-plugin-private-exposure-common';
import { deferred } from '../../__testUtils__/deferred';
import { FakePrivateExposureApi } from '../../__testUtils__/FakePrivateExposureApi';
import { anEntity, renderPage } from '../../__testUtils__/renderPage';
import { responseError } from '../../__testUtils__/responseError';
import { EntityExposureCard } from './EntityExposureCard';

async function renderCard(name: string, api = new FakePrivateExposureApi()) {
  return renderPage(<EntityExposureCard />, { api, entity: anEntity(name) });
}

describe('EntityExposureCard', () => {
  it('says of each exposure what it is, how it is, who is connected, what waits, as of when', async () => {
    await renderCard('ledger');

    const line = within(await screen.findByRole('listitem'));
    expect(line.getByText('ledger')).toBeVisible();
    expect(
      line.getByText('AWS endpoint service · acme-payments, eu-west-1'),
    ).toBeVisible();
    expect(line.getByText('Live')).toBeVisible();
    expect(line.getByText('Healthy')).toBeVisible();
    expect(line.getByText('Connection waits for a decision')).toBeVisible();
    expect(line.getByText('2 pending, 1 connected, 1 rejected')).toBeVisible();
    // Minutes may pass between the making of the times and the page.
    expect(line.getByText(/^[2-4] minutes ago$/)).toBeVisible();
  });

  it('asks once', async () => {
    const api = new FakePrivateExposureApi();
    const calls = [
      jest.spyOn(api, 'getExposureSummaries'),
      jest.spyOn(api, 'getEntityExposures'),
    ];

    await renderCard('ledger', api);
    await screen.findByRole('listitem');

    expect(calls.map(call => call.mock.calls.length)).toEqual([1, 0]);
  });

  it('says why an exposure fails, and that what it shows is stale', async () => {
    await renderCard('search');

    expect(await screen.findByText('Failing')).toBeVisible();
    expect(screen.getByText('None of 2 targets is healthy.')).toBeVisible();
    expect(screen.getByText(/^Stale: RequestLimitExceeded/)).toHaveTextContent(
      'Seen 1 hour ago',
    );
  });

  it('is short when there is nothing, with the way to the template', async () => {
    await renderCard('website');

    expect(await screen.findByText(/No private exposure/)).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Expose this service' }),
    ).toHaveAttribute(
      'href',
      '/create/templates/default/expose-aws-privatelink?formData=%7B%22entityRef%22%3A%22component%3Adefault%2Fwebsite%22%7D',
    );
  });

  it('does not take for nothing what an annotation names and nobody has seen', async () => {
    await renderPage(<EntityExposureCard />, {
      api: new FakePrivateExposureApi(),
      entity: anEntity('website', { [ANNOTATION_AWS_ENDPOINT_SERVICE]: 'arn' }),
    });

    expect(
      await screen.findByText(/name a resource that no survey has found/),
    ).toBeVisible();
    expect(screen.queryByText(/No private exposure/)).toBeNull();
    expect(screen.queryByRole('link', { name: /^Expose/ })).toBeNull();
  });

  it('counts open pull requests and conflicts', async () => {
    await renderCard('payments');
    expect(await screen.findByText('1 pull request is open')).toBeVisible();
  });

  it('says that an annotation names a resource of somebody else', async () => {
    await renderCard('invoices');
    expect(
      await screen.findByText('1 annotation names a resource of somebody else'),
    ).toBeVisible();
  });

  it('shows that it loads', async () => {
    const api = new FakePrivateExposureApi();
    const answer = deferred<EntitySummary[]>();
    jest.spyOn(api, 'getExposureSummaries').mockReturnValue(answer.promise);

    await renderCard('ledger', api);
    expect(screen.getByText('Loading private exposure')).toBeInTheDocument();
    await act(async () => answer.resolve([]));

    expect(await screen.findByText(/No private exposure/)).toBeVisible();
  });

  it('shows a failure as a failure, not as nothing', async () => {
    const api = new FakePrivateExposureApi();
    jest
      .spyOn(api, 'getExposureSummaries')
      .mockRejectedValue(new Error('The database does not answer'));

    await renderCard('ledger', api);

    expect(
      await screen.findByText('The database does not answer'),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
    expect(screen.queryByText(/No private exposure/)).toBeNull();
  });

  it('shows a refusal as a refusal', async () => {
    const api = new FakePrivateExposureApi();
    const error = await responseError(403, 'NotAllowedError', 'No');
    jest.spyOn(api, 'getExposureSummaries').mockRejectedValue(error);

    await renderCard('ledger', api);

    expect(
      await screen.findByText('You are not allowed to see this'),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });
});
