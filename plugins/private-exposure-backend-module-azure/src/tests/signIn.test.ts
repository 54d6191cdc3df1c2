import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { createApplicationCertificate } from 'sandbox';
import { exposeService } from '../__testUtils__/exposeService';
import {
  everyAction,
  PAYMENTS,
  startWire,
  surveyScope,
  TENANT,
  type Wire,
} from '../__testUtils__/startWire';
import { AzureExposureProvider } from '../AzureExposureProvider';
import { readAzureProviderConfig } from '../config';

const CLIENT = '11111111-bbbb-4000-8000-000000000007';
const cluster = {
  issuer: 'https://oidc.example/cluster',
  subject: 'system:serviceaccount:backstage:postern',
};

describe('signing in over the wire', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sign-in-'));
  let wire: Wire;

  beforeEach(async () => {
    wire = await startWire();
    exposeService(wire, 'Ledger');
  });
  afterEach(() => wire.stop());
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Has the directory know the application by what is given. */
  const register = (
    application: Partial<
      Parameters<
        Wire['sandbox']['azure']['directory']['addServicePrincipal']
      >[0]
    >,
  ) =>
    wire.sandbox.azure.directory.addServicePrincipal({
      ...{ tenantId: TENANT, clientId: CLIENT, name: 'portal' },
      roles: [{ scope: `/subscriptions/${PAYMENTS}`, actions: everyAction() }],
      ...application,
    });
  /** A survey by an identity of its own. */
  const surveyAs = (credential: Record<string, unknown>) => {
    const { azure } = wire.sandbox.urls;
    const tenant = {
      ...{ tenantId: TENANT, authorityHost: azure, resourceManagerUrl: azure },
      credential: { clientId: CLIENT, ...credential },
      subscriptions: [{ subscriptionId: PAYMENTS }],
    };
    const config = readAzureProviderConfig(
      new ConfigReader({ privateExposure: { azure: { tenants: [tenant] } } }),
    );
    const logger = mockServices.logger.mock();
    return surveyScope({
      provider: AzureExposureProvider.create({ config, logger }),
    });
  };

  it.each(['certificatePath', 'certificate'])(
    'works with a certificate in %s',
    async key => {
      const { certificate, privateKey } = await createApplicationCertificate();
      register({ certificates: [certificate] });
      const path = join(folder, 'application.pem');
      writeFileSync(path, `${privateKey}${certificate}\n`);
      const value =
        key === 'certificate' ? `${privateKey}${certificate}\n` : path;

      const survey = await surveyAs({
        type: 'client-certificate',
        [key]: value,
      });

      expect(survey.error).toBeUndefined();
      expect(survey.exposures).toHaveLength(1);
    },
  );

  it('is refused with the certificate of another', async () => {
    const ours = await createApplicationCertificate();
    const theirs = await createApplicationCertificate();
    register({ certificates: [ours.certificate] });

    const survey = await surveyAs({
      type: 'client-certificate',
      certificate: `${theirs.privateKey}${theirs.certificate}\n`,
    });

    expect(survey.error).toMatchObject({
      name: 'AzureCredentialsError',
      message: expect.stringContaining('AADSTS700027'),
    });
  });

  describe('with the token of a service account', () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
    });
    const tokenFilePath = join(folder, 'token');

    /** What the cluster mounts, by the issuer and subject that Entra ID was told. */
    const mountToken = (claims: Record<string, unknown> = {}) => {
      const seconds = Math.floor(Date.now() / 1000);
      const text = [
        { alg: 'RS256', typ: 'JWT' },
        {
          ...{ iss: cluster.issuer, sub: cluster.subject },
          aud: ['api://AzureADTokenExchange'],
          ...{ iat: seconds, nbf: seconds, exp: seconds + 3600 },
          ...claims,
        },
      ]
        .map(part => Buffer.from(JSON.stringify(part)).toString('base64url'))
        .join('.');
      const signature = sign('sha256', Buffer.from(text), privateKey);
      writeFileSync(
        tokenFilePath,
        `${text}.${signature.toString('base64url')}`,
      );
    };
    const trust = (key = publicKey) =>
      register({
        federatedCredentials: [
          {
            ...cluster,
            publicKey: key.export({ type: 'spki', format: 'pem' }).toString(),
          },
        ],
      });
    const survey = () => surveyAs({ type: 'workload-identity', tokenFilePath });

    it('works', async () => {
      trust();
      mountToken();

      const { error, exposures } = await survey();

      expect(error).toBeUndefined();
      expect(exposures).toHaveLength(1);
    });

    it.each([
      ['of another subject', { sub: 'system:serviceaccount:other:x' }, 700213],
      ['of another issuer', { iss: 'https://oidc.example/other' }, 700211],
      ['for another audience', { aud: ['sts.amazonaws.com'] }, 700212],
      ['that has run out', { exp: 1 }, 700024],
    ])('is refused with one %s', async (_, claims, code) => {
      trust();
      mountToken(claims);

      const { error } = await survey();

      expect(error).toMatchObject({
        name: 'AzureCredentialsError',
        message: expect.stringContaining(`AADSTS${code}`),
      });
    });

    it('is refused with one that the issuer did not sign', async () => {
      const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
      trust(createPublicKey(other.privateKey));
      mountToken();

      const { error } = await survey();

      expect(error?.message).toContain('AADSTS50013');
    });
  });
});
