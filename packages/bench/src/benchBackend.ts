import { createBackend } from '@backstage/backend-defaults';

// Just what is measured and what it is compared with: the catalog, permissions and sign-in, and ours.
const backend = createBackend();
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('./benchSignInModule'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('./allowAllPolicyModule'));
backend.add(import('@postern/backstage-plugin-private-exposure-backend'));
backend.add(
  import('@postern/backstage-plugin-private-exposure-backend-module-aws'),
);
backend.add(
  import('@postern/backstage-plugin-private-exposure-backend-module-azure'),
);
backend.start();
