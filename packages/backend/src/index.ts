import { createBackend } from '@backstage/backend-defaults';

const backend = createBackend();

backend.add(import('@backstage/plugin-app-backend'));

backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('./signIn/demoSignInModule'));

backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));

backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('./permissions/demoPolicyModule'));

backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(import('@backstage/plugin-scaffolder-backend-module-github'));
backend.add(
  import(
    '@postern/backstage-plugin-scaffolder-backend-module-private-exposure'
  ),
);

backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-user-settings-backend'));
backend.add(import('@backstage/plugin-mcp-actions-backend'));

backend.add(import('@postern/backstage-plugin-private-exposure-backend'));
backend.add(
  import('@postern/backstage-plugin-private-exposure-backend-module-aws'),
);
backend.add(
  import('@postern/backstage-plugin-private-exposure-backend-module-azure'),
);

backend.start().catch(error => {
  // A portal that is half there helps nobody; whoever started it can read why.
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
