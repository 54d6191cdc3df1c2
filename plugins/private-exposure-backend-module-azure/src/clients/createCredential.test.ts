import { createServer } from 'node:http';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AzureTokenCache } from './AzureTokenCache';
import { createCredential } from './createCredential';
import { LateCredential } from './LateCredential';

const TENANT = '11111111-aaaa-4000-8000-000000000001';
const AUTHORITY = 'https://login.microsoftonline.com';
const SCOPE = 'https://management.azure.com/.default';

/** A token as surveys ask for it. */
const tokenOf = (
  credential: Parameters<typeof createCredential>[0]['credential'],
) =>
  AzureTokenCache.create({
    tenantId: TENANT,
    credential: LateCredential.create(() =>
      createCredential({
        tenantId: TENANT,
        authorityHost: AUTHORITY,
        credential,
      }),
    ),
  }).getToken(SCOPE);

describe('createCredential', () => {
  const before = process.env;
  const folder = mkdtempSync(join(tmpdir(), 'credential-'));
  beforeEach(() => {
    process.env = { ...before };
  });
  afterAll(() => {
    process.env = before;
    rmSync(folder, { recursive: true });
  });

  it('asks the machine for the token of its own identity', async () => {
    const asked: string[] = [];
    // What App Service and Container Apps give their processes in the place of the machine's address.
    const server = createServer((request, response) => {
      asked.push(`${request.url}`);
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify({
          access_token: 'of-the-machine',
          expires_on: String(Math.floor(Date.now() / 1000) + 3600),
          resource: 'https://management.azure.com',
          token_type: 'Bearer',
        }),
      );
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    process.env.IDENTITY_ENDPOINT = `http://127.0.0.1:${port}/token`;
    process.env.IDENTITY_HEADER = 'header';

    const token = await tokenOf({ type: 'managed-identity', clientId: 'mine' });
    server.close();

    expect(token.token).toBe('of-the-machine');
    expect(asked).toEqual([expect.stringContaining('client_id=mine')]);
  });

  it('says which tenant a workload identity is missing for, not at the start', async () => {
    delete process.env.AZURE_FEDERATED_TOKEN_FILE;
    delete process.env.AZURE_CLIENT_ID;

    await expect(tokenOf({ type: 'workload-identity' })).rejects.toMatchObject({
      name: 'AzureCredentialsError',
      message: expect.stringContaining(TENANT),
    });
  });

  it('repeats nothing of a certificate that cannot be used', async () => {
    const path = join(folder, 'key.pem');
    writeFileSync(path, '-----BEGIN PRIVATE KEY-----\nhunter2\n');

    for (const certificate of [{ path }, { text: 'hunter2' }]) {
      const token = tokenOf({
        type: 'client-certificate',
        clientId: 'a',
        certificate,
      });

      await expect(token).rejects.toMatchObject({
        name: 'AzureCredentialsError',
        message: expect.not.stringContaining('hunter2'),
      });
    }
  });
});
