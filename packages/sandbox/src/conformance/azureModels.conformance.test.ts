import { frontDoorPartOperations } from '../azure/cdn/frontDoorPartOperations';
import { microsoftNetwork } from '../azure/network/microsoftNetwork';
import { ArmOperation } from '../azure/server/ArmOperation';
import { readFixture } from './__testUtils__/fixtures';

interface Swagger {
  paths: Record<string, Record<string, { operationId?: string }>>;
}

/** Method and path of each published operation, by id. */
function publishedIn(model: string): Map<string, string> {
  const { paths } = readFixture<Swagger>(`azure/models/${model}.swagger.json`);
  return new Map(
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(
        ([method, { operationId = '' }]) =>
          [operationId, `${method.toUpperCase()} ${path}`] as const,
      ),
    ),
  );
}

const MODELS: [
  model: string,
  operations: ArmOperation[],
  prefixes: string[],
][] = [
  ['privateLinkService.2024-01-01', microsoftNetwork, ['PrivateLinkServices_']],
  ['privateEndpoint.2024-01-01', microsoftNetwork, ['PrivateEndpoints_']],
  [
    'afdx.2024-02-01',
    frontDoorPartOperations,
    ['AFD', 'Routes_', 'SecurityPolicies_'],
  ],
];

describe.each(MODELS)(
  'the published model %s',
  (model, operations, prefixes) => {
    const published = publishedIn(model);
    const own = operations.filter(({ id }) =>
      prefixes.some(prefix => id.startsWith(prefix)),
    );

    it('has each operation under our name, method and path', () => {
      const ours = own.map(({ id, method, path }) => [id, `${method} ${path}`]);

      expect(ours.length).toBeGreaterThan(4);
      expect(ours).toEqual(own.map(({ id }) => [id, published.get(id)]));
    });
  },
);
