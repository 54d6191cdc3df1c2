import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ConfigApi } from '@backstage/core-plugin-api';
import { mockApis } from '@backstage/test-utils';
import { aDecision } from '../../__fixtures__/decisions';
import { FakePrivateExposureApi } from '../../__testUtils__/FakePrivateExposureApi';
import { FakeSignals } from '../../__testUtils__/FakeSignals';
import { anEntity, renderPage } from '../../__testUtils__/renderPage';
import { responseError } from '../../__testUtils__/responseError';
import { EntityExposureTab } from '../ExposureTab';

async function openDialog(
  buttonName: RegExp,
  options: {
    api?: FakePrivateExposureApi;
    signals?: FakeSignals;
    config?: ConfigApi;
  } = {},
) {
  const { api = new FakePrivateExposureApi(), signals, config } = options;
  const user = userEvent.setup();
  await renderPage(<EntityExposureTab />, {
    api,
    signals,
    config,
    entity: anEntity('ledger'),
  });
  const [button] = await screen.findAllByRole('button', { name: buttonName });
  await user.click(button);
  const dialog = within(await screen.findByRole('dialog'));
  return { user, dialog, api, button };
}

describe('the decision dialog', () => {
  it('shows exactly what will be decided', async () => {
    const { dialog } = await openDialog(/Approve the connection of globex/);

    expect(
      dialog.getByRole('heading', { name: 'Approve this connection?' }),
    ).toBeVisible();
    const terms = dialog.getAllByRole('term').map(term => term.textContent);
    const values = dialog
      .getAllByRole('definition')
      .map(value => value.textContent);
    expect(terms.map((term, index) => [term, values[index]])).toEqual([
      ['Consumer account', '444455556666 (globex)'],
      ['Endpoint', 'vpce-0a11ce0000000001'],
      ['Region', 'eu-west-1'],
      [
        'Service',
        'ledgerarn:aws:ec2:eu-west-1:222233334444:vpc-endpoint-service/vpce-svc-ledger',
      ],
      ['Entity', 'component:default/ledger'],
      ['Current state', 'Pending'],
      // Minutes may pass between the making of the times and the page.
      ['Seen', expect.stringMatching(/^[2-4] minutes ago$/)],
    ]);
    expect(dialog.getByRole('textbox', { name: /Reason/ })).toHaveFocus();
  });

  it('asks for a reason, and where the configuration requires none, takes the decision without', async () => {
    const decisions = { reasonRequired: false };
    const config = mockApis.config({
      data: { privateExposure: { decisions } },
    });
    const { user, dialog, api } = await openDialog(
      /Approve the connection of globex/,
      { config },
    );
    const decide = jest.spyOn(api, 'decideConnection');
    expect(dialog.getByRole('textbox', { name: /Reason/ })).not.toBeRequired();

    await user.click(
      dialog.getByRole('button', { name: 'Approve connection' }),
    );

    expect(decide).toHaveBeenCalledWith(
      expect.any(String),
      expect.objectContaining({ verdict: 'approve', reason: '' }),
    );
  });

  it('takes no decision without a reason unless the configuration says so', async () => {
    const { dialog } = await openDialog(/Approve the connection of globex/);

    expect(dialog.getByRole('textbox', { name: /Reason/ })).toBeRequired();
    expect(
      dialog.getByRole('button', { name: 'Approve connection' }),
    ).toBeDisabled();
  });

  it('says plainly what removing does', async () => {
    const { dialog } = await openDialog(/Remove the connection/);

    expect(dialog.getByText(/cut off at once/)).toHaveTextContent(
      'the consumer must create a new endpoint',
    );
  });

  it('decides, follows, says the outcome, and brings the page up to date', async () => {
    const { user, dialog } = await openDialog(/Approve the connection/);
    const submit = dialog.getByRole('button', { name: 'Approve connection' });
    expect(submit).toBeDisabled();

    await user.type(
      dialog.getByRole('textbox', { name: /Reason/ }),
      'Contract 4711',
    );
    await user.click(submit);
    const status = dialog.getByRole('status');
    expect(status).toHaveTextContent('Decision stored. Waiting for the cloud…');
    await waitFor(
      () => expect(status).toHaveTextContent('Approved. State now: Connected.'),
      { timeout: 20_000 },
    );
    dialog.getByRole('button', { name: 'Close' }).focus();
    await user.keyboard('{Enter}');

    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() =>
      expect(
        screen.getAllByRole('button', { name: /Remove the connection/ }),
      ).toHaveLength(2),
    );
    // The button that had the focus is gone; the keyboard must not start from the top again.
    await waitFor(() => expect(document.body).not.toHaveFocus());
  });

  it('stays open, with what was typed, while the page below changes', async () => {
    const api = new FakePrivateExposureApi();
    const signals = new FakeSignals();
    const { user, dialog } = await openDialog(/Approve the connection/, {
      api,
      signals,
    });
    await user.type(dialog.getByRole('textbox', { name: /Reason/ }), 'Contr');
    const world = await api.getEntityExposures('component:default/ledger');
    world.exposures[0].connections = [];
    world.exposures[0].connectionsTotal = 0;
    jest.spyOn(api, 'getEntityExposures').mockResolvedValue(world);

    act(() => signals.send());
    await screen.findByText(/Nobody has connected yet/, undefined, {
      timeout: 10_000,
    });
    await user.type(dialog.getByRole('textbox', { name: /Reason/ }), 'act');

    expect(dialog.getByRole('textbox', { name: /Reason/ })).toHaveValue(
      'Contract',
    );
    expect(dialog.getByText('vpce-0a11ce0000000001')).toBeVisible();
  });

  it.each([
    [
      403,
      'NotAllowedError',
      'You may not decide this: Only the network team approves',
    ],
    [
      409,
      'ConflictError',
      'Somebody else was faster: Only the network team approves',
    ],
  ])(
    'says what a %i means, and offers nothing more',
    async (status, name, text) => {
      const api = new FakePrivateExposureApi();
      const error = await responseError(
        status,
        name,
        'Only the network team approves',
      );
      jest.spyOn(api, 'decideConnection').mockRejectedValue(error);
      const { user, dialog } = await openDialog(/Reject the connection/, {
        api,
      });

      await user.type(dialog.getByRole('textbox', { name: /Reason/ }), 'No');
      await user.click(
        dialog.getByRole('button', { name: 'Reject connection' }),
      );

      expect(await dialog.findByText(text)).toBeVisible();
      expect(
        dialog.getAllByRole('button').map(button => button.textContent),
      ).toEqual(['Close']);
    },
  );

  it('says what differed when the decision was superseded', async () => {
    const api = new FakePrivateExposureApi();
    jest.spyOn(api, 'decideConnection').mockResolvedValue(
      aDecision({
        status: 'superseded',
        message: 'Another endpoint has taken its place.',
        before: {
          at: '2026-11-21T09:00:00Z',
          found: true,
          consumer: { account: '444455556666', endpointId: 'vpce-0new' },
        },
      }),
    );
    const { user, dialog } = await openDialog(/Approve the connection/, {
      api,
    });

    await user.type(dialog.getByRole('textbox', { name: /Reason/ }), 'ok');
    await user.click(
      dialog.getByRole('button', { name: 'Approve connection' }),
    );

    expect(await dialog.findByText(/Nothing was done/)).toBeVisible();
    expect(
      dialog.getByText('Endpoint: seen vpce-0a11ce0000000001, now vpce-0new'),
    ).toBeVisible();
  });

  it('gives the focus back when it is cancelled', async () => {
    const { user, dialog, button } = await openDialog(/Approve the connection/);

    await user.click(dialog.getByRole('button', { name: 'Cancel' }));

    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(button).toHaveFocus();
  });
});
