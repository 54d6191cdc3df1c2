import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { surveyedExposure } from '@postern/backstage-plugin-private-exposure-node/testUtils';
import { createStoreHarness } from '../database/__testUtils__/storeHarness';
import { DatabaseExposureStore } from '../database/DatabaseExposureStore';
import type { Claimant } from './Claimant';
import { defaultClaimSettings } from './ClaimSettings';
import { NamespaceOwners } from './NamespaceOwners';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_17'] });
const scopeId = 'fake/a';
const stock = 'component:default/stock';
const page = {
  exposures: [
    surveyedExposure({
      nativeId: 'arm:pls-stock',
      evidence: { tags: {}, kubernetesServices: ['shop-weu/Stock/stock'] },
    }),
  ],
  connections: [],
};

function ownedBy(owner: string): Claimant {
  const value = 'shop-weu/stock/stock';
  return {
    entityRef: stock,
    isFound: true,
    owners: [`group:default/${owner}`],
    claims: [{ type: 'kubernetes-service', value, named: value }],
  };
}

describe.each(databases.eachSupportedId())('namespace owners on %s', id => {
  const owners = NamespaceOwners.create({
    'shop-weu': { stock: ['group:default/team-orders'] },
  });
  const claimsOf = async (store: DatabaseExposureStore) => {
    const { items } = await store.listExposures({});
    return items.map(({ summary }) => [summary.entityRef, summary.claim]);
  };
  const confirmed = [stock, { basis: 'kubernetes-identity', confirmed: true }];

  it('confirm the claim of an entity for as long as it is theirs', async () => {
    const harness = await createStoreHarness(databases, id, owners);
    await harness.addScope(scopeId);
    await harness.survey(scopeId, [page]);

    const { claims, clock, store } = harness;
    await claims.applyClaimants([ownedBy('team-orders')], clock.now);
    const theirs = await claimsOf(store);
    await claims.applyClaimants([ownedBy('team-search')], clock.now);
    const sold = await claimsOf(store);

    expect(theirs).toEqual([confirmed]);
    expect(sold).toEqual([[undefined, undefined]]);
  });

  it('count from the next survey on after the configuration changed', async () => {
    const before = await createStoreHarness(databases, id);
    await before.addScope(scopeId);
    await before.survey(scopeId, [page]);
    await before.claims.applyClaimants(
      [ownedBy('team-orders')],
      before.clock.now,
    );
    const unconfirmed = await claimsOf(before.store);

    const store = await DatabaseExposureStore.create({
      database: mockServices.database({ knex: before.knex }),
      staleAfter: { minutes: 10 },
      claims: { ...defaultClaimSettings, namespaceOwners: owners },
      clock: before.clock.read,
    });
    const session = await store.beginSurvey(scopeId, before.clock.now);
    await store.applySurveyPage(session, page, before.clock.now);

    expect(unconfirmed).toEqual([
      [stock, expect.objectContaining({ confirmed: false })],
    ]);
    expect(await claimsOf(store)).toEqual([confirmed]);
  });
});
