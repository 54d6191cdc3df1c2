// @ts-check

// One index for each question that a page or a task asks. What is gone is in none of those that serve listings.
// Partial indexes are the same SQL on both engines.
const indexes = {
  exposures_name_idx: 'exposures (name_key, id) where gone_at is null',
  exposures_native_idx: 'exposures (native_key, id)',
  exposures_entity_idx:
    'exposures (entity_ref, name_key, id) where gone_at is null',
  exposures_health_idx:
    'exposures (health_rank, name_key, id) where gone_at is null',
  exposures_health_name_idx:
    'exposures (health, name_key, id) where gone_at is null',
  exposures_lifecycle_idx: 'exposures (lifecycle, name_key, id)',
  exposures_kind_idx: 'exposures (kind, name_key, id) where gone_at is null',
  exposures_scope_name_idx:
    'exposures (scope_id, name_key, id) where gone_at is null',
  exposures_scope_id_idx: 'exposures (scope_id, id)',
  exposures_unclaimed_name_idx:
    'exposures (name_key, id) where gone_at is null and entity_ref is null',
  exposures_unclaimed_health_idx:
    'exposures (health_rank, name_key, id) where gone_at is null and entity_ref is null',
  exposures_unclaimed_scope_idx:
    'exposures (scope_id, id) where gone_at is null and entity_ref is null',
  exposures_domain_idx:
    "exposures (name_key, id) where gone_at is null and domain_state in ('pending', 'failed')",
  exposures_conflict_idx:
    'exposures (name_key, id) where gone_at is null and claim_conflict',
  exposures_unconfirmed_idx:
    'exposures (name_key, id) where gone_at is null and not claim_confirmed',
  exposures_owner_tag_idx: 'exposures (owner_tag) where owner_tag is not null',
  exposures_refresh_idx:
    'exposures (scope_id, refresh_requested_at) where refresh_requested_at is not null',
  exposures_changed_idx:
    'exposures (scope_id, changed_at) where gone_at is null and (inspection_attempted_at is null or changed_at > inspection_attempted_at)',
  exposures_recent_idx: 'exposures (scope_id, changed_at)',
  exposures_viewed_idx:
    'exposures (scope_id, viewed_at) where gone_at is null and viewed_at is not null',
  exposures_inspected_idx:
    'exposures (scope_id, inspection_attempted_at) where gone_at is null',
  exposures_gone_idx: 'exposures (gone_at) where gone_at is not null',
  connections_exposure_idx:
    'connections (exposure_id, state, waiting_since, id)',
  connections_inbox_idx:
    'connections (waiting_since, id) where gone_at is null',
  connections_state_idx:
    'connections (state, waiting_since, id) where gone_at is null',
  connections_scope_idx:
    'connections (scope_id, waiting_since, id) where gone_at is null',
  connections_consumer_idx:
    'connections (consumer_account, waiting_since, id) where gone_at is null',
  connections_scope_id_idx: 'connections (scope_id, id)',
  connections_changed_idx: 'connections (scope_id, changed_at)',
  connections_gone_idx: 'connections (gone_at) where gone_at is not null',
  events_exposure_idx: 'events (exposure_id, id)',
  events_at_idx: 'events (at)',
};

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  for (const [name, definition] of Object.entries(indexes)) {
    await knex.raw(`create index ${name} on ${definition}`);
  }
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const name of Object.keys(indexes)) {
    await knex.raw(`drop index ${name}`);
  }
};
