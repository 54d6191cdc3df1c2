// @ts-check

/**
 * Where a cloud takes one change of an exposure at a time, its decisions share a lane. A worker's ticket holds the lane
 * until its decision has ended, also past its lease: a call of a dead worker may still be under way.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('decisions', table => {
    table
      .string('lane', 64)
      .comment('Decisions of one lane are carried out one after the other');
  });
  // Two workers at the same moment take one decision of a lane: the second update fails.
  await knex.raw(
    'create unique index decisions_lane_uq on decisions (lane) where ended_at is null and claim_ticket is not null',
  );
  await knex.raw(
    'create index decisions_lane_idx on decisions (lane, lease_until, id) where ended_at is null',
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('drop index decisions_lane_idx');
  await knex.raw('drop index decisions_lane_uq');
  // Not through the schema builder: on SQLite that would make the table anew.
  await knex.raw('alter table decisions drop column lane');
};
