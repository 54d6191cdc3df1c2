import https from 'node:https';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { exposeService } from '../__testUtils__/exposeService';
import {
  PAYMENTS,
  startWire,
  surveyScope,
  TENANT,
  type Wire,
} from '../__testUtils__/startWire';
import { AzureExposureProvider } from '../AzureExposureProvider';
import { readAzureProviderConfig } from '../config';

/** A request by the address that it was meant for. */
interface Sent {
  url: string;
  body: string;
}

/** Has every request come to the sandbox, whomever it is for, as a network without Azure would. */
function rerouteTo(sandboxUrl: string) {
  const sandbox = new URL(sandboxUrl);
  const request = https.request.bind(https);
  const sent: Sent[] = [];
  const spy = jest.spyOn(https, 'request').mockImplementation(((
    options: https.RequestOptions,
    answered: Parameters<typeof request>[1],
  ) => {
    const { hostname, path } = options;
    const one: Sent = { url: `https://${hostname}${path}`, body: '' };
    sent.push(one);
    const elsewhere = hostname !== sandbox.hostname && {
      ...{ hostname: sandbox.hostname, port: sandbox.port },
      agent: undefined,
    };
    const made = request({ ...options, ...elsewhere }, answered as never);
    const end = made.end.bind(made);
    made.end = ((body?: string | Buffer, ...rest: never[]) => {
      one.body = body ? body.toString() : '';
      return end(body, ...rest);
    }) as typeof made.end;
    return made;
  }) as typeof https.request);
  return { sent, stop: () => spy.mockRestore() };
}

describe('in a cloud that is not the public one', () => {
  let wire: Wire;
  let network: ReturnType<typeof rerouteTo>;

  beforeEach(async () => {
    wire = await startWire();
    exposeService(wire, 'Ledger');
    network = rerouteTo(wire.sandbox.urls.azure);
  });
  afterEach(async () => {
    network.stop();
    await wire.stop();
  });

  const survey = async (tenant: Record<string, unknown>) => {
    const config = readAzureProviderConfig(
      new ConfigReader({
        privateExposure: {
          azure: {
            tenants: [
              {
                tenantId: TENANT,
                credential: {
                  type: 'client-secret',
                  clientId: '11111111-bbbb-4000-8000-000000000001',
                  clientSecret: 'postern-demo-secret',
                },
                subscriptions: [{ subscriptionId: PAYMENTS }],
                ...tenant,
              },
            ],
          },
        },
      }),
    );
    const logger = mockServices.logger.mock();
    const { error, exposures } = await surveyScope({
      provider: AzureExposureProvider.create({ config, logger }),
    });
    expect(error).toBeUndefined();
    expect(exposures).toHaveLength(1);
  };
  const tokenRequest = () => {
    const found = network.sent.find(
      ({ url }) => new URL(url).pathname === `/${TENANT}/oauth2/v2.0/token`,
    );
    const scope = new URLSearchParams(found?.body).get('scope');
    return {
      host: found && new URL(found.url).host,
      scope: scope?.split(' ')[0],
    };
  };
  const asked = () => new Set(network.sent.map(({ url }) => new URL(url).host));

  it.each([
    {
      cloud: 'us-government',
      authority: 'login.microsoftonline.us',
      manager: 'management.usgovcloudapi.net',
    },
    {
      cloud: 'china',
      // The name that MSAL prefers for login.chinacloudapi.cn.
      authority: 'login.partner.microsoftonline.cn',
      manager: 'management.chinacloudapi.cn',
    },
  ])(
    'asks its own authority for a token for its own manager: $cloud',
    async ({ cloud, authority, manager }) => {
      await survey({ cloud });

      expect(tokenRequest()).toEqual({
        host: authority,
        scope: `https://${manager}/.default`,
      });
      expect(asked()).toEqual(new Set([authority, manager]));
    },
  );

  it('asks for the audience that the configuration names, and sends the token to the address', async () => {
    const { azure } = wire.sandbox.urls;
    await survey({
      authorityHost: azure,
      resourceManagerUrl: 'https://arm.stack.example',
      tokenAudience: 'https://management.core.windows.net/',
    });

    expect(tokenRequest().scope).toBe(
      'https://management.core.windows.net//.default',
    );
    expect(asked()).toEqual(
      new Set([new URL(azure).hostname, 'arm.stack.example']),
    );
  });
});
