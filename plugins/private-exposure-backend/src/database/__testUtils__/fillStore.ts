import type { Knex } from 'knex';
import { connectionId, exposureId } from '../ids';
import { healthRanks } from '../operations/observation/healthRanks';
import { insertRows } from '../writeRows';

const healths = ['ok', 'ok', 'ok', 'degraded', 'failing', 'unknown'] as const;
/** The kinds of what a store is filled with. */
export const filledKinds = [
  'aws-endpoint-service',
  'aws-load-balancer',
] as const;
const managers = ['unknown', 'iac', 'kubernetes'] as const;
const batch = 5000;

/**
 * Puts many exposures into a store, spread over 20 scopes: one in ten unclaimed, one in two with a connection, each with
 * a change, of which nine in ten are merged.
 */
export async function fillStore(knex: Knex, count: number): Promise<void> {
  const at = new Date('2026-11-20T00:00:00.000Z');
  const scopes = Array.from({ length: 20 }, (_, index) => ({
    ...{ id: `fake/${index}`, provider: 'fake', group_id: `${index % 10}` },
    ...{ title: `Scope ${index}`, account: `${index % 10}` },
    surveyed_at: new Date(at.getTime() + index * 1000),
  }));
  await insertRows(knex, 'scopes', scopes);
  for (let start = 0; start < count; start += batch) {
    const indexes = Array.from(
      { length: Math.min(batch, count - start) },
      (_, offset) => start + offset,
    );
    await knex.transaction(async tx => {
      await insertRows(
        tx,
        'exposures',
        indexes.map(index => exposureRow(index, at)),
      );
      await insertRows(
        tx,
        'connections',
        indexes
          .filter(index => index % 2 === 0)
          .map(index => connectionRow(index, at)),
      );
      await insertRows(
        tx,
        'events',
        indexes.map(index => eventRow(index, at)),
      );
      await insertRows(
        tx,
        'changes',
        indexes.map(index => changeRow(index, at)),
      );
    });
  }
  const owners = Array.from({ length: 1000 }, (_, index) => ({
    entity_ref: `component:default/service-${index}`,
    owner_ref: `group:default/team-${index % 50}`,
  }));
  await insertRows(knex, 'claimant_owners', owners);
  // As autovacuum would within a minute: without statistics a planner can only guess.
  await knex.raw('analyze');
}

/** Where an exposure of the filled store is. */
export function filledExposureId(index: number): string {
  return exposureId(`fake/${index % 20}`, nativeIdOf(index));
}

function nativeIdOf(index: number): string {
  const region = `eu-west-${index % 3}`;
  return `arn:aws:ec2:${region}:${
    index % 10
  }:vpc-endpoint-service/vpce-svc-${index}`;
}

/** Most makers are not known. */
function makerOf(index: number): string | null {
  return index % 4 === 0 ? `maker-${index % 300}` : null;
}

function exposureRow(index: number, at: Date) {
  const health = healths[index % healths.length];
  const isOwned = index % 10 !== 0;
  return {
    id: filledExposureId(index),
    scope_id: `fake/${index % 20}`,
    kind: filledKinds[index % 2],
    native_id: nativeIdOf(index),
    native_key: nativeIdOf(index),
    ...{ name: `svc-${index}`, name_key: `svc-${index}` },
    native_state: 'Available',
    lifecycle: index % 500 === 0 ? 'provisioning' : 'live',
    ...{ health, health_rank: healthRanks[health] },
    domain_state: index % 1000 === 1 ? 'pending' : null,
    ...{ facts: '[]', evidence: '{"tags":{},"kubernetesServices":[]}' },
    hash: 'h',
    entity_ref: isOwned ? `component:default/service-${index % 60_000}` : null,
    claim_basis: isOwned ? 'owner-tag' : null,
    claim_confirmed: isOwned ? true : null,
    claim_conflict: index % 5000 === 3,
    created_at: index % 3 === 0 ? null : new Date(at.getTime() - index * 1000),
    ...{ created_by: makerOf(index), created_by_key: makerOf(index) },
    manager: managers[Math.floor(index / 10) % managers.length],
    ...{ first_seen_at: at, changed_at: at },
    inspected_at: at,
    inspection_attempted_at: new Date(at.getTime() + index),
  };
}

function connectionRow(index: number, at: Date) {
  return {
    id: connectionId(`fake/${index % 20}`, nativeIdOf(index), 'c'),
    exposure_id: filledExposureId(index),
    scope_id: `fake/${index % 20}`,
    native_id: 'c',
    state: index % 500 === 0 ? 'pending' : 'connected',
    native_state: 'x',
    consumer_account: `${index % 700}`,
    ...{ facts: '[]', hash: 'h' },
    ...{ first_seen_at: at, changed_at: at },
    waiting_since: new Date(at.getTime() + index),
  };
}

function eventRow(index: number, at: Date) {
  return {
    exposure_id: filledExposureId(index),
    type: 'exposure-appeared',
    at,
    initial: true,
  };
}

function changeRow(index: number, at: Date) {
  const isOpen = index % 10 === 9;
  const url = `https://github.com/acme/svc-${index}/pull/1`;
  return {
    id: `change-${index}`,
    entity_ref: `component:default/service-${index % 60_000}`,
    kind: filledKinds[index % 2],
    ...{ purpose: 'expose', url, title: `Expose svc-${index}` },
    state: isOpen ? 'open' : 'merged',
    opened_at: new Date(at.getTime() + index),
    ended_at: isOpen ? null : at,
    exposure_id: isOpen ? null : filledExposureId(index),
    due_at: new Date(at.getTime() + index * 1000),
  };
}
