import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { surveyedExposure } from '@postern/backstage-plugin-private-exposure-node/testUtils';
import type { Knex } from 'knex';
import { waitFor } from '../__testUtils__/waitFor';
import { createStoreHarness } from '../database/__testUtils__/storeHarness';
import { ClaimResolver } from './ClaimResolver';
import { defaultClaimSettings } from './ClaimSettings';
import { toClaimant } from './Claimant';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_17'] });
const scopeId = 'fake/a';

function component(name: string, annotation?: [string, string]): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      annotations: annotation && {
        [`private-exposure.io/${annotation[0]}`]: annotation[1],
      },
    },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/team' }],
  };
}

/**
 * PostgreSQL: how many statements of this database wait for somebody's lock; other tests have databases of their own on the
 * same server. SQLite has one connection, so that nobody waits inside.
 */
async function countWaiting(knex: Knex): Promise<number> {
  const [{ waiting }] = await knex('pg_stat_activity')
    .whereRaw('datname = current_database()')
    .where({ wait_event_type: 'Lock', backend_type: 'client backend' })
    .count({ waiting: '*' });
  return Number(waiting);
}

describe.each(databases.eachSupportedId())('claims on %s', id => {
  const isPostgres = id.startsWith('POSTGRES');

  async function setUp(entities: Entity[]) {
    const harness = await createStoreHarness(databases, id);
    await harness.addScope(scopeId);
    const resolverOver = (catalogEntities: Entity[]) =>
      ClaimResolver.create({
        store: harness.claims,
        catalog: catalogServiceMock({ entities: catalogEntities }),
        auth: mockServices.auth(),
        logger: mockServices.logger.mock(),
        settings: defaultClaimSettings,
        onChanges: () => {},
        clock: harness.clock.read,
      });
    const owners = async () => {
      const { items } = await harness.store.listExposures({});
      return Object.fromEntries(
        items.map(({ summary }) => [summary.name, summary.entityRef]),
      );
    };
    return {
      ...harness,
      resolver: resolverOver(entities),
      resolverOver,
      owners,
    };
  }

  /** Runs two writers so that the first has read all that it decides by, and not yet written, when the second comes. */
  async function overlap(
    knex: Knex,
    first: () => Promise<unknown>,
    second: () => Promise<unknown>,
  ): Promise<void> {
    if (!isPostgres) {
      await Promise.all([first(), second()]);
      return;
    }
    const hold = await knex.transaction();
    await hold.raw('lock table exposures in exclusive mode');
    const one = first();
    await waitFor(async () => (await countWaiting(knex)) === 1);
    let isOver = false;
    const two = second().finally(() => {
      isOver = true;
    });
    await waitFor(async () => isOver || (await countWaiting(knex)) === 2);
    await hold.commit();
    await Promise.all([one, two]);
  }

  it.each([
    ['by annotation', component('search', ['aws-endpoint-service', 'arn:s'])],
    [
      'by Kubernetes identity',
      component('search', ['kubernetes-service', 'eu/search/api']),
    ],
    ['by owner tag', component('payments')],
  ])(
    'finds the owner %s, also if the catalog is read while the first survey is written',
    async (_, entity) => {
      const { knex, survey, resolver, owners } = await setUp([entity]);
      const isTagged = entity.metadata.name === 'payments';
      const tags = { 'backstage-entity-ref': 'component:payments' };
      const exposure = surveyedExposure({
        nativeId: 'arn:s',
        evidence: {
          tags: isTagged ? tags : {},
          kubernetesServices: ['eu/search/api'],
        },
      });

      await overlap(
        knex,
        () => survey(scopeId, [{ exposures: [exposure], connections: [] }]),
        () => resolver.resolveAll(),
      );
      await resolver.resolveAll();

      const { name } = entity.metadata;
      await expect(owners()).resolves.toEqual({
        'arn:s': `component:default/${name}`,
      });
    },
  );

  it('gives nobody what two entities begin to name at the same time', async () => {
    const rivals = ['ours', 'theirs'].map(name =>
      toClaimant(component(name, ['aws-endpoint-service', 'arn:s'])),
    );
    const { knex, clock, claims, survey, store, owners } = await setUp([]);
    const exposures = [surveyedExposure({ nativeId: 'arn:s' })];
    await survey(scopeId, [{ exposures, connections: [] }]);

    await overlap(
      knex,
      () => claims.applyClaimants([rivals[0]], clock.now),
      () => claims.applyClaimants([rivals[1]], clock.now),
    );

    await expect(owners()).resolves.toEqual({ 'arn:s': undefined });
    const summaries = await store.getExposureSummaries(
      rivals.map(({ entityRef }) => entityRef),
    );
    expect(summaries.map(({ conflicts }) => conflicts)).toEqual([1, 1]);
  });

  it('gives a tagged exposure its owner in the round after the catalog has got the entity', async () => {
    const { survey, resolver, resolverOver, owners } = await setUp([]);
    const exposure = surveyedExposure({
      nativeId: 'arn:s',
      evidence: {
        tags: { 'backstage-entity-ref': 'component:payments' },
        kubernetesServices: [],
      },
    });
    await survey(scopeId, [{ exposures: [exposure], connections: [] }]);
    await resolver.resolveNewOwners();
    await resolver.resolveAll();
    await expect(owners()).resolves.toEqual({ 'arn:s': undefined });

    await resolverOver([component('payments')]).resolveAll();

    await expect(owners()).resolves.toEqual({
      'arn:s': 'component:default/payments',
    });
  });
});
