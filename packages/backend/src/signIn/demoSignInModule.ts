import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  authProvidersExtensionPoint,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import { createDemoAuthenticator } from './demoAuthenticator';

/**
 * Signs people in as one of the demo's users, without a password. Registers nothing outside development.
 *
 * @internal
 */
export default createBackendModule({
  pluginId: 'auth',
  moduleId: 'demo-provider',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        providers: authProvidersExtensionPoint,
      },
      async init({ config, providers }) {
        if (process.env.NODE_ENV !== 'development') return;
        const ownNames = ['app.baseUrl', 'backend.baseUrl'].map(
          key => new URL(config.getString(key)).hostname,
        );
        const hostnames = new Set(['localhost', '127.0.0.1', ...ownNames]);
        providers.registerProvider({
          providerId: 'demo',
          factory: createProxyAuthProviderFactory({
            authenticator: createDemoAuthenticator([...hostnames]),
            async signInResolver({ result }, context) {
              return context.signInWithCatalogUser({
                entityRef: result.userRef,
              });
            },
          }),
        });
      },
    });
  },
});
