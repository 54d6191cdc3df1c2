/*
 * The backend alone, without a cloud: `yarn start`. Then, for example:
 *   curl -H 'Authorization: Bearer mock-user-token' http://localhost:7007/api/private-exposure/v1/scopes
 */
import { createBackend } from '@backstage/backend-defaults';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';

const backend = createBackend();

backend.add(mockServices.auth.factory());
backend.add(mockServices.httpAuth.factory());
backend.add(
  catalogServiceMock.factory({
    entities: [
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name: 'payments', namespace: 'default' },
        spec: { type: 'service', lifecycle: 'production', owner: 'payments' },
      },
    ],
  }),
);
backend.add(import('../src'));

backend.start();
