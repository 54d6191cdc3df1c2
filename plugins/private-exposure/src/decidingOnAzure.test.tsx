import type {
  ConnectionState,
  Verdict,
} from '@postern/backstage-plugin-private-exposure-common';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { stock } from './__fixtures__/azure';
import { anExposedEntity } from './__fixtures__/world';
import { FakePrivateExposureApi } from './__testUtils__/FakePrivateExposureApi';
import { anEntity, renderPage } from './__testUtils__/renderPage';
import { EntityExposureTab } from './components/ExposureTab';

it('says before a removal what Azure leaves the consumer to do', async () => {
  const user = userEvent.setup();
  const [exposure] = stock.exposures;
  const connections = exposure.connections.map(connection => ({
    ...connection,
    state: 'connected' as const,
    verdicts: ['remove' as const],
  }));
  await renderPage(<EntityExposureTab />, {
    api: new FakePrivateExposureApi({
      entities: [anExposedEntity({ ...exposure, connections })],
    }),
    entity: anEntity('stock'),
  });

  await user.click(await screen.findByRole('button', { name: /^Remove/ }));

  expect(await screen.findByRole('dialog')).toHaveAccessibleDescription(
    /must recreate its private endpoint.*has to be deleted first/,
  );
});

it.each(['rejected', 'disconnected'] as const)(
  'says of one that is %s what the consumer has to do, and that removing it cuts nobody off',
  async state => {
    const user = userEvent.setup();
    const [exposure] = stock.exposures;
    const connections = exposure.connections.map(connection => ({
      ...connection,
      state,
      verdicts: ['remove' as const],
    }));
    await renderPage(<EntityExposureTab />, {
      api: new FakePrivateExposureApi({
        entities: [anExposedEntity({ ...exposure, connections })],
      }),
      entity: anEntity('stock'),
    });
    const button = await screen.findByRole('button', { name: /^Remove/ });
    expect(button.closest('tr')).toHaveTextContent(
      'To connect again, the consumer must create a new endpoint.',
    );

    await user.click(button);

    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveAccessibleDescription(/no longer carries traffic/);
    expect(dialog).not.toHaveTextContent('cut off');
  },
);

const consumerReads = /Azure shows its beginning to the consumer/;

async function askForReason(verdict: Verdict, state: ConnectionState) {
  const user = userEvent.setup();
  const [exposure] = stock.exposures;
  const connections = exposure.connections
    .slice(0, 1)
    .map(connection => ({ ...connection, state, verdicts: [verdict] }));
  await renderPage(<EntityExposureTab />, {
    api: new FakePrivateExposureApi({
      entities: [anExposedEntity({ ...exposure, connections })],
    }),
    entity: anEntity('stock'),
  });
  await user.click(
    await screen.findByRole('button', { name: new RegExp(`^${verdict}`, 'i') }),
  );
  return screen.findByRole('textbox', { name: /Reason/ });
}

it.each(['approve', 'reject'] as const)(
  'says that the consumer reads why somebody decided to %s',
  async verdict => {
    expect(await askForReason(verdict, 'pending')).toHaveAccessibleDescription(
      consumerReads,
    );
  },
);

it('says nothing of the kind before a removal, after which there is no text to read', async () => {
  expect(
    await askForReason('remove', 'connected'),
  ).not.toHaveAccessibleDescription(consumerReads);
});
