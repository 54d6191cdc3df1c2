import { AuthenticationError } from '@backstage/errors';
import { createProxyAuthenticator } from '@backstage/plugin-auth-node';

/** The request header in which the demo's sign-in page names the person. */
const DEMO_USER_HEADER = 'x-postern-demo-user';

const demoUsers: readonly string[] = [
  'user:default/mira',
  'user:default/jonas',
  'user:default/petra',
  'user:default/paul',
];

/**
 * Believes the sign-in page about who is there. For development only: {@link ./demoSignInModule} sees to that.
 *
 * @param hostnames - the portal's own names. A web page elsewhere could otherwise point a name of its own at this machine,
 * and sign in.
 * @internal
 */
export function createDemoAuthenticator(hostnames: readonly string[]) {
  return createProxyAuthenticator<undefined, { userRef: string }, undefined>({
    defaultProfileTransform: async () => ({ profile: {} }),
    initialize: () => undefined,
    async authenticate({ req }) {
      const host = req.header('host') ?? '';
      const address = `http://${host}`;
      const hostname = URL.canParse(address) ? new URL(address).hostname : '';
      if (!hostnames.includes(hostname)) {
        throw new AuthenticationError(
          `The demo signs people in at ${hostnames.join(
            ', ',
          )} only, not at '${host}'; set 'app.baseUrl' and 'backend.baseUrl' to where it is`,
        );
      }
      const userRef = req.header(DEMO_USER_HEADER);
      if (!userRef || !demoUsers.includes(userRef)) {
        throw new AuthenticationError(
          `The header '${DEMO_USER_HEADER}' must name one of ${demoUsers.join(
            ', ',
          )}`,
        );
      }
      return { result: { userRef } };
    },
  });
}
