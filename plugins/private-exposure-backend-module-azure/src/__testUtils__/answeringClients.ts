import { createHttpHeaders, type HttpClient } from '@azure/core-rest-pipeline';
import { ConfigReader } from '@backstage/config';
import { AzureClients, type AzureScopeClients } from '../clients/AzureClients';
import { readAzureProviderConfig } from '../config';
import { toAzureScopes } from '../scopes';

const TENANT = '11111111-aaaa-4000-8000-000000000001';
const SUBSCRIPTION = '11111111-cccc-4000-8000-000000000001';

/** What a stand-in for the network answers to a request. */
export type Answer = (request: { method: string; url: string }) => {
  status?: number;
  headers?: Record<string, string>;
  body: unknown;
};

/** The unmodified SDK and our own policies, in front of answers that a test gives instead of a network. */
export function answeringClients(
  answer: Answer,
  azure: Record<string, unknown> = {},
): AzureScopeClients {
  const httpClient: HttpClient = {
    sendRequest: async request => {
      const { status = 200, headers, body } = answer(request);
      return {
        request,
        status,
        headers: createHttpHeaders({
          'content-type': 'application/json',
          ...headers,
        }),
        bodyAsText: typeof body === 'string' ? body : JSON.stringify(body),
      };
    },
  };
  const config = readAzureProviderConfig(
    new ConfigReader({
      privateExposure: {
        azure: {
          tenants: [
            {
              tenantId: TENANT,
              credential: { type: 'managed-identity' },
              subscriptions: [{ subscriptionId: SUBSCRIPTION }],
            },
          ],
          ...azure,
        },
      },
    }),
  );
  const clients = AzureClients.create({
    config,
    httpClient,
    observer: { onCall: () => {} },
    createCredential: () => ({
      getToken: async () => ({
        token: 'a-token',
        expiresOnTimestamp: Date.now() + 3_600_000,
      }),
    }),
  });
  const [scope] = toAzureScopes(config.tenants);
  return clients.get(scope);
}
