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
