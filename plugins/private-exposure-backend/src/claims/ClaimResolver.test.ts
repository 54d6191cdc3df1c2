import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { surveyedExposure } from '@postern/backstage-plugin-private-exposure-node/testUtils';
import { createStoreHarness } from '../database/__testUtils__/storeHarness';
import type { StateChange } from '../database/StateChange';
import { ClaimResolver } from './ClaimResolver';
import { defaultClaimSettings } from './ClaimSettings';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_17'] });
const scopeId = 'fake/a';
const serviceAnnotation = 'private-exposure.io/kubernetes-service';
const resourceAnnotation = 'private-exposure.io/aws-endpoint-service';

function component(
  name: string,
  owner: string,
  annotations: Record<string, string> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', annotations },
    relations: [{ type: 'ownedBy', targetRef: `group:default/${owner}` }],
  };
}

describe.each(databases.eachSupportedId())('ClaimResolver on %s', id => {
  async function setUp(entities: Entity[]) {
    const harness = await createStoreHarness(databases, id);
    await harness.addScope(scopeId);
    const told: StateChange[] = [];
    const makeResolver = (catalogEntities: Entity[]) =>
      ClaimResolver.create({
        store: harness.claims,
        catalog: catalogServiceMock({ entities: catalogEntities }),
        auth: mockServices.auth(),
        logger: mockServices.logger.mock(),
        settings: defaultClaimSettings,
        onChanges: changes => {
          told.push(...changes);
        },
        clock: harness.clock.read,
      });
    const owners = async () => {
      const { items } = await harness.store.listExposures({});
      return Object.fromEntries(
        items.map(({ summary }) => [
          summary.name,
          [summary.entityRef, summary.claim?.basis, summary.claim?.confirmed],
        ]),
      );
    };
    const resolver = makeResolver(entities);
    return { ...harness, resolver, makeResolver, owners, told };
  }
  const exposures = [
    surveyedExposure({
      nativeId: 'arn:tagged',
      evidence: {
        tags: { 'backstage-entity-ref': 'component:payments' },
        kubernetesServices: ['eu/pay/api'],
      },
    }),
    surveyedExposure({
      nativeId: 'arn:kubernetes',
      evidence: { tags: {}, kubernetesServices: ['eu/orders/api'] },
    }),
    surveyedExposure({ nativeId: 'arn:annotated' }),
    surveyedExposure({ nativeId: 'arn:nobody' }),
  ];
  const page = { exposures, connections: [] };
  const payments = component('payments', 'team-payments');
  const orders = component('orders', 'team-orders', {
    [serviceAnnotation]: 'EU/orders/api',
    [resourceAnnotation]: 'arn:annotated',
  });

  it('believes the tag; what only an entity says stays unconfirmed', async () => {
    const { resolver, owners, survey, store } = await setUp([payments, orders]);
    await survey(scopeId, [page]);

    await resolver.resolveAll();

    await expect(owners()).resolves.toEqual({
      'arn:tagged': ['component:default/payments', 'owner-tag', true],
      'arn:kubernetes': [
        'component:default/orders',
        'kubernetes-identity',
        false,
      ],
      'arn:annotated': ['component:default/orders', 'annotation', false],
      'arn:nobody': [undefined, undefined, undefined],
    });
    const unclaimed = await store.listUnclaimed({});
    expect(unclaimed.items.map(({ summary }) => summary.name)).toEqual([
      'arn:nobody',
    ]);
    const mine = await store.listExposures({
      permitted: { ownerIn: ['group:default/team-orders'] },
    });
    expect(mine.items.map(({ ownedBy }) => ownedBy)).toEqual([
      ['group:default/team-orders'],
      ['group:default/team-orders'],
    ]);
    const others = await store.listExposures({
      permitted: { not: { ownerIn: ['group:default/team-orders'] } },
    });
    expect(others.items.map(({ summary }) => summary.name)).toEqual([
      'arn:nobody',
      'arn:tagged',
    ]);
  });

  it('knows the owner at once when a survey brings what a known entity claims', async () => {
    const { resolver, survey, owners } = await setUp([payments, orders]);
    await resolver.resolveAll();

    const changes = await survey(scopeId, [page]);

    const ofOrders = changes.filter(
      ({ entityRef }) => entityRef === 'component:default/orders',
    );
    expect(ofOrders).toHaveLength(2);
    await resolver.resolveNewOwners();
    await expect(owners()).resolves.toMatchObject({
      'arn:tagged': ['component:default/payments', 'owner-tag', true],
    });
  });

  it('gives nothing but a message to an entity that claims what is tagged', async () => {
    const invoices = component('invoices', 'team-orders', {
      [resourceAnnotation]: 'arn:TAGGED, arn:never-seen',
    });
    const { resolver, survey, store } = await setUp([payments, invoices]);
    await survey(scopeId, [page]);

    await resolver.resolveAll();

    const answer = await store.getEntityExposures('component:default/invoices');
    expect(answer).toMatchObject({
      exposures: [],
      conflicts: [
        {
          nativeId: 'arn:TAGGED',
          message: 'The cloud side names another owner for this resource.',
        },
      ],
      unresolved: [{ nativeId: 'arn:never-seen', source: { state: 'stale' } }],
    });
    expect(JSON.stringify(answer)).not.toContain('payments');
    const { items } = await store.listExposures({
      attention: 'claim-conflict',
    });
    expect(items.map(({ summary }) => summary.name)).toEqual(['arn:tagged']);
  });

  it('gives a resource to neither of two entities that name it', async () => {
    const annotations = { [resourceAnnotation]: 'arn:annotated' };
    const rival = component('rival', 'team-payments', annotations);
    const { resolver, survey, owners, store } = await setUp([orders, rival]);
    await survey(scopeId, [page]);

    await resolver.resolveAll();

    await expect(owners()).resolves.toMatchObject({
      'arn:annotated': [undefined, undefined, undefined],
    });
    const refs = ['component:default/orders', 'component:default/rival'];
    const summaries = await store.getExposureSummaries(refs);
    expect(summaries.map(({ conflicts }) => conflicts)).toEqual([1, 1]);
  });

  it('leaves unclaimed what a tag gives to an entity that is not there, and says so', async () => {
    const { resolver, survey, store, owners } = await setUp([orders]);
    await survey(scopeId, [page]);

    await resolver.resolveAll();

    await expect(owners()).resolves.toMatchObject({
      'arn:tagged': [undefined, undefined, undefined],
    });
    const { items } = await store.listUnclaimed({ text: 'arn:tag' });
    const detail = await store.getExposure(items[0].summary.id);
    expect(detail?.facts).toEqual([
      {
        label: 'Owner tag',
        value: 'component:default/payments (not in the catalog)',
      },
    ]);
  });

  it('follows an annotation that was removed, at once for one entity', async () => {
    const { resolver, survey, owners, told } = await setUp([payments, orders]);
    await survey(scopeId, [page]);
    await resolver.resolveAll();
    told.length = 0;

    await resolver.resolveEntityNow(component('orders', 'team-orders'));

    await expect(owners()).resolves.toMatchObject({
      'arn:kubernetes': [undefined, undefined, undefined],
      'arn:annotated': [undefined, undefined, undefined],
    });
    expect(told).toMatchObject([
      { type: 'claim-changed', from: 'component:default/orders' },
      { type: 'claim-changed', from: 'component:default/orders' },
    ]);
  });

  it('forgets an entity that left the catalog', async () => {
    const { resolver, makeResolver, survey, owners } = await setUp([
      payments,
      orders,
    ]);
    await survey(scopeId, [page]);
    await resolver.resolveAll();

    await makeResolver([]).resolveAll();

    await expect(owners()).resolves.toMatchObject({
      'arn:tagged': [undefined, undefined, undefined],
      'arn:kubernetes': [undefined, undefined, undefined],
    });
  });

  it('gives what is tagged to a name that comes back, and its timeline says that it was gone', async () => {
    const { resolver, makeResolver, survey, owners, told, store } = await setUp(
      [payments],
    );
    await survey(scopeId, [page]);
    await resolver.resolveAll();
    await makeResolver([]).resolveAll();
    told.length = 0;

    await makeResolver([component('payments', 'team-orders')]).resolveAll();

    await expect(owners()).resolves.toMatchObject({
      'arn:tagged': ['component:default/payments', 'owner-tag', true],
    });
    const mine = await store.listExposures({
      permitted: { ownerIn: ['group:default/team-payments'] },
    });
    expect(mine.items).toEqual([]);
    const { items } = await store.listEvents(told[0].exposureId ?? '');
    expect(
      items
        .filter(({ type }) => type === 'claim-changed')
        .map(({ from, to }) => [from, to]),
    ).toEqual([
      [undefined, 'component:default/payments'],
      ['component:default/payments', undefined],
      [undefined, 'component:default/payments'],
    ]);
  });
});
