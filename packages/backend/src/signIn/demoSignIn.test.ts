import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  authProvidersExtensionPoint,
  type AuthProviderRegistrationOptions,
} from '@backstage/plugin-auth-node';
import express from 'express';
import request from 'supertest';
import { createDemoAuthenticator } from './demoAuthenticator';
import demoSignInModule from './demoSignInModule';

async function registered(nodeEnv: string): Promise<string[]> {
  const before = process.env.NODE_ENV;
  const ids: string[] = [];
  Object.assign(process.env, { NODE_ENV: nodeEnv });
  try {
    const backend = await startTestBackend({
      extensionPoints: [
        [
          authProvidersExtensionPoint,
          {
            registerProvider: ({
              providerId,
            }: AuthProviderRegistrationOptions) => {
              ids.push(providerId);
            },
          },
        ],
      ],
      features: [
        demoSignInModule,
        mockServices.rootConfig.factory({
          data: {
            app: { baseUrl: 'http://localhost:7007' },
            backend: { baseUrl: 'http://localhost:7007' },
          },
        }),
      ],
    });
    await backend.stop();
  } finally {
    Object.assign(process.env, { NODE_ENV: before });
  }
  return ids;
}

describe('the demo’s sign-in', () => {
  it.each(['production', 'test', ''])(
    'is not there if NODE_ENV is %p',
    async nodeEnv => {
      await expect(registered(nodeEnv)).resolves.toEqual([]);
    },
  );

  it('is there in development', async () => {
    await expect(registered('development')).resolves.toEqual(['demo']);
  });

  describe('by name', () => {
    const authenticator = createDemoAuthenticator(['localhost']);
    const app = express();
    app.get('/', (req, res) => {
      authenticator.authenticate({ req }, undefined).then(
        ({ result }) => res.json(result),
        error => res.status(401).json({ message: error.message }),
      );
    });
    const signIn = (host: string, user: string) =>
      request(app).get('/').set('host', host).set('x-postern-demo-user', user);

    it('believes who it is', async () => {
      const response = await signIn('localhost:7007', 'user:default/mira');

      expect(response.body).toEqual({ userRef: 'user:default/mira' });
    });

    it.each([
      ['evil.example', 'user:default/mira'],
      ['localhost.evil.example:7007', 'user:default/mira'],
      ['localhost@evil.example', 'user:default/mira'],
      ['localhost:7007', 'user:default/root'],
    ])('refuses %s and %s', async (host, user) => {
      expect((await signIn(host, user)).status).toBe(401);
    });
  });
});
