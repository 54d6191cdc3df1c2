import { TestDatabases } from '@backstage/backend-test-utils';
import type {
  Connection,
  Decision,
} from '@postern/backstage-plugin-private-exposure-common';
import {
  type AzurePortal,
  startAzurePortal,
} from '../__testUtils__/startAzurePortal';
import { waitFor } from '../__testUtils__/waitFor';

jest.setTimeout(120_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_17'] });

describe.each(databases.eachSupportedId())(
  'connections that are over and that Azure keeps, on %s',
  id => {
    let portal: AzurePortal;
    beforeEach(async () => {
      portal = await startAzurePortal({ knex: await databases.init(id) });
      await portal.observe();
    });
    afterEach(() => portal.stop());

    const connections = async (): Promise<Connection[]> => {
      const { body } = await portal.get(
        '/v1/entities/component/default/ledger/exposures',
      );
      return body.exposures[0].connections;
    };
    const findConnection = async () => {
      const [{ id: endpointId }] = portal.story.waiting;
      return (await connections()).find(
        ({ consumer }) => consumer.endpointId === endpointId.toLowerCase(),
      );
    };
    const decide = async (verdict: string, state: string) => {
      const connection = await findConnection();
      const asked = await portal.post(
        `/v1/connections/${connection?.id}/decisions`,
        { verdict, reason: 'Not ours.', seen: { state } },
        { key: `${verdict}-of-petra-${state}` },
      );
      expect(asked.status).toBe(202);
      const decision = await waitFor<Decision>(async () => {
        const { body } = await portal.get(`/v1/decisions/${asked.body.id}`);
        return body.endedAt ? body : undefined;
      });
      await portal.settled();
      return decision;
    };
    const inAzure = () =>
      portal.sandbox.azure.connections.listOf(portal.story.ledger.id);

    it('can be removed, which is done once Azure has them no more', async () => {
      await decide('reject', 'pending');
      // Pages have what the decision read a moment after its end.
      const rejected = await waitFor(async () => {
        const found = await findConnection();
        return found?.state === 'rejected' ? found : undefined;
      });
      expect(rejected.verdicts).toEqual(['remove']);
      expect(inAzure()).toHaveLength(2);

      const removed = await decide('remove', 'rejected');

      expect(removed).toMatchObject({ status: 'applied', verdict: 'remove' });
      await waitFor(async () => inAzure().length === 1 || undefined);
      await portal.observe();
      expect(await findConnection()).toBeUndefined();
      expect(await connections()).toHaveLength(1);
    });
  },
);
