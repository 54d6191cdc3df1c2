// @ts-check

/**
 * How much of a scope's budget for inspections is used, shared by all replicas. Nothing is, for a scope from before.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('scopes', table => {
    table
      .timestamp('inspections_paid_until')
      .comment('The moment up to which the budget for inspections is used');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('scopes', table => {
    table.dropColumn('inspections_paid_until');
  });
};
