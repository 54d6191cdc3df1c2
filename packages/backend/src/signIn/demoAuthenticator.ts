import { AuthenticationError } from '@backstage/errors';
import { createProxyAuthenticator } from '@backstage/plugin-auth-node';

/** The request header in which the demo's sign-in page names the person. */
const DEMO_USER_HEADER = 'x-postern-demo-user';

const demoUsers: readonly string[] = [
  'user:default/mira',
  'user:default/jonas',
  'user:default/petra',
];

/**
 * Believes the sign-in page about who is there. For development only: {@link ./demoSignInModule} sees to that.
 *
 * @internal
 */
export const demoAuthenticator = createProxyAuthenticator<
  undefined,
  { userRef: string },
  undefined
>({
  defaultProfileTransform: async () => ({ profile: {} }),
  initialize: () => undefined,
  async authenticate({ req }) {
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
