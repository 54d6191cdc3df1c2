import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  authProvidersExtensionPoint,
  createProxyAuthenticator,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';

/** The request header that names the user. */
export const USER_HEADER = 'x-bench-user';

const authenticator = createProxyAuthenticator<
  undefined,
  { name: string },
  undefined
>({
  defaultProfileTransform: async () => ({ profile: {} }),
  initialize: () => undefined,
  authenticate: async ({ req }) => ({
    result: { name: req.header(USER_HEADER) ?? 'bench' },
  }),
});

/**
 * Signs anybody in under any name, with a token like any other user's. The backend listens on loopback only.
 *
 * @internal
 */
export default createBackendModule({
  pluginId: 'auth',
  moduleId: 'bench-provider',
  register(env) {
    env.registerInit({
      deps: { providers: authProvidersExtensionPoint },
      async init({ providers }) {
        providers.registerProvider({
          providerId: 'bench',
          factory: createProxyAuthProviderFactory({
            authenticator,
            signInResolver: async ({ result }, context) => {
              const sub = `user:default/${result.name}`;
              const ent = [sub, 'group:default/team-bench'];
              return context.issueToken({ claims: { sub, ent } });
            },
          }),
        });
      },
    });
  },
});
