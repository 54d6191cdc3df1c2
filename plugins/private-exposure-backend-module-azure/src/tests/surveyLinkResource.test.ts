import { mockServices } from '@backstage/backend-test-utils';
import { StateReader } from '@postern/backstage-plugin-private-exposure-node';
import { answeringClients } from '../__testUtils__/answeringClients';
import { PAYMENTS, PLACE } from '../__testUtils__/startWire';
import { surveyLinkResource } from '../survey/surveyLinkResource';

const { signal } = new AbortController();
const WEB_APP = `/subscriptions/${PAYMENTS}/resourceGroups/${PLACE.resourceGroup}/providers/Microsoft.Web/sites/Shop`;

describe('surveyLinkResource', () => {
  const provider = {
    resourceTypes: [{ resourceType: 'sites', apiVersions: ['2024-11-01'] }],
  };
  const survey = async (list: object) => {
    const { arm } = answeringClients(({ url }) => {
      const { pathname } = new URL(url);
      if (pathname.endsWith('/providers/microsoft.web')) {
        return { body: provider };
      }
      return pathname.endsWith('/privateEndpointConnections')
        ? { body: list }
        : { body: { id: WEB_APP, name: 'Shop', type: 'Microsoft.Web/sites' } };
    });
    const logger = mockServices.logger.mock();
    const pages = surveyLinkResource({
      resourceId: WEB_APP,
      arm,
      logger,
      states: StateReader.create({ cloud: 'Azure', logger }),
      subscriptionNames: new Map(),
      signal,
    });
    const connections = [];
    for await (const page of pages) connections.push(...page.connections);
    return connections;
  };

  it.each(['actionRequired', 'actionsRequired'])(
    'reads what a consumer has to do as %s',
    async property => {
      const state = { status: 'Pending', [property]: 'Recreate' };

      const [connection] = await survey({
        value: [
          {
            name: 'one',
            properties: { privateLinkServiceConnectionState: state },
          },
        ],
      });

      expect(connection.facts).toContainEqual({
        label: 'Actions required',
        value: 'Recreate',
      });
    },
  );

  it.each([
    ['no list', { message: 'ok' }],
    [
      'a link that leads back',
      {
        value: [],
        nextLink: `https://management.azure.com${WEB_APP}/privateEndpointConnections?api-version=2024-11-01`,
      },
    ],
  ])('takes %s for no answer, not for nobody', async (_, list) => {
    await expect(survey(list)).rejects.toThrow(
      /The answer to 'Microsoft.Web\/sites\/privateEndpointConnections\/read' is not one of Azure/,
    );
  });
});
