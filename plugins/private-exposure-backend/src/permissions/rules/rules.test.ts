import { TestDatabases } from '@backstage/backend-test-utils';
import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import {
  surveyedConnection,
  surveyedExposure,
} from '@postern/backstage-plugin-private-exposure-node/testUtils';
import * as fc from 'fast-check';
import type { Claimant } from '../../claims/Claimant';
import { createStoreHarness } from '../../database/__testUtils__/storeHarness';
import type { ExposureCriteria } from '../../database/ExposureFilter';
import { type ExposureResource, toExposureResource } from '../exposureResource';
import { hasConsumerAccount, isEntityOwner, isInScope, isKind } from '.';

jest.setTimeout(120_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_17'] });

const scopeIds = ['fake/a', 'fake/b'];
const kinds = ['aws-endpoint-service', 'azure-private-link-service'] as const;
const owners = ['group:default/one', 'group:default/two', 'user:default/ann'];
const accounts = ['111111111111', '222222222222', '333333333333'];

/** A rule with parameters, asked in both ways. */
interface Asked {
  allows(resource: ExposureResource): boolean;
  criteria: ExposureCriteria;
}

function ask<TParams>(
  rule: {
    apply(resource: ExposureResource, params: TParams): boolean;
    toQuery(params: TParams): PermissionCriteria<ExposureCriteria>;
  },
  params: NoInfer<TParams>,
): Asked {
  return {
    allows: resource => rule.apply(resource, params),
    criteria: rule.toQuery(params),
  };
}

/** Some of the values, one that nothing has, or none. */
const someOf = (values: readonly string[]) =>
  fc.subarray([...values, 'nobody:default/has-this']);
const rules = {
  'is-entity-owner': someOf(owners).map(claims =>
    ask(isEntityOwner, { claims }),
  ),
  'in-scope': someOf(scopeIds).map(some => ask(isInScope, { scopeIds: some })),
  'is-kind': someOf(kinds).map(some => ask(isKind, { kinds: some })),
  'has-consumer-account': someOf(accounts).map(some =>
    ask(hasConsumerAccount, { accounts: some }),
  ),
};

/** As a policy nests them. */
const { anything } = fc.letrec<{ anything: Asked; part: Asked }>(tie => ({
  part: fc.oneof(...Object.values(rules)),
  anything: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('part'),
    tie('anything').map(not => ({
      allows: (resource: ExposureResource) => !not.allows(resource),
      criteria: { not: not.criteria },
    })),
    fc.array(tie('anything'), { maxLength: 3 }).map(parts => ({
      allows: (resource: ExposureResource) =>
        parts.every(part => part.allows(resource)),
      criteria: { allOf: parts.map(({ criteria }) => criteria) },
    })),
    fc.array(tie('anything'), { maxLength: 3 }).map(parts => ({
      allows: (resource: ExposureResource) =>
        parts.some(part => part.allows(resource)),
      criteria: { anyOf: parts.map(({ criteria }) => criteria) },
    })),
  ),
}));

/** Every mix of scope, kind, owners and consumers, with the mixes that hide in nulls: no owner, nobody connected. */
async function fill(harness: Awaited<ReturnType<typeof createStoreHarness>>) {
  const claimants: Claimant[] = [[], [owners[0]], [owners[1], owners[2]]].map(
    (ownedBy, index) => ({
      entityRef: `component:default/service-${index}`,
      ...{ isFound: true, owners: ownedBy, claims: [] },
    }),
  );
  await harness.claims.applyClaimants(claimants, harness.clock.now);
  for (const scopeId of scopeIds) {
    await harness.addScope(scopeId);
    const mixes = kinds.flatMap(kind =>
      [undefined, 0, 1, 2].flatMap(entity =>
        [[], [accounts[0]], [accounts[0], accounts[1]]].map(consumers => ({
          ...{ kind, entity, consumers },
          nativeId: `${kind}-${entity}-${consumers.length}`,
        })),
      ),
    );
    const exposures = mixes.map(({ kind, entity, nativeId }) =>
      surveyedExposure({
        ...{ nativeId, kind },
        evidence: {
          tags:
            entity === undefined
              ? {}
              : {
                  'backstage-entity-ref': `component:default/service-${entity}`,
                },
          kubernetesServices: [],
        },
      }),
    );
    const connections = mixes.flatMap(({ consumers, nativeId }) =>
      consumers.map(account =>
        surveyedConnection({
          exposureNativeId: nativeId,
          nativeId: `vpce-${account}`,
          consumer: { account },
        }),
      ),
    );
    await harness.survey(scopeId, [{ exposures, connections }]);
    // One consumer leaves each scope again: who is gone is nobody's consumer.
    const left = connections.slice(1);
    await harness.survey(scopeId, [{ exposures, connections: left }]);
  }
}

describe.each(databases.eachSupportedId())('permission rules on %s', id => {
  async function setUp() {
    const harness = await createStoreHarness(databases, id);
    await fill(harness);
    const { store } = harness;
    const { items } = await store.listExposures({ limit: 200 });
    const resources = await Promise.all(
      items.map(async record => ({
        id: record.summary.id,
        resource: toExposureResource(
          record,
          await store.getConsumerAccounts(record.summary.id),
        ),
      })),
    );
    return async ({ allows, criteria }: Asked) => {
      const listed = await store.listExposures({
        ...{ limit: 200, permitted: criteria },
      });
      return {
        listed: listed.items.map(({ summary }) => summary.id),
        allowed: resources
          .filter(({ resource }) => allows(resource))
          .map(({ id: exposureId }) => exposureId),
      };
    };
  }

  it('say the same of one exposure and of a listing, alone and in any combination', async () => {
    const compare = await setUp();

    for (const rule of [...Object.values(rules), anything]) {
      await fc.assert(
        fc.asyncProperty(rule, async asked => {
          const { listed, allowed } = await compare(asked);
          expect(listed).toEqual(allowed);
        }),
        { numRuns: 40 },
      );
    }
  });

  it.each([
    ['is-entity-owner', ask(isEntityOwner, { claims: [owners[2]] })],
    ['in-scope', ask(isInScope, { scopeIds: ['fake/b'] })],
    ['is-kind', ask(isKind, { kinds: [kinds[1]] })],
    [
      'has-consumer-account',
      ask(hasConsumerAccount, { accounts: [accounts[1]] }),
    ],
  ])('%s tells some exposures from others', async (_, { criteria }) => {
    const harness = await createStoreHarness(databases, id);
    await fill(harness);

    const { items } = await harness.store.listExposures({
      ...{ limit: 200, permitted: criteria },
    });

    expect(items.length).toBeGreaterThan(0);
    expect(items.length).toBeLessThan(48);
  });
});
