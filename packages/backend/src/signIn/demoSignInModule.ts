import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  authProvidersExtensionPoint,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import { demoAuthenticator } from './demoAuthenticator';

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
      deps: { providers: authProvidersExtensionPoint },
      async init({ providers }) {
        if (process.env.NODE_ENV !== 'development') return;
        providers.registerProvider({
          providerId: 'demo',
          factory: createProxyAuthProviderFactory({
            authenticator: demoAuthenticator,
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
