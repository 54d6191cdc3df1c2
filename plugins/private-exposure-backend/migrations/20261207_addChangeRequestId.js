// @ts-check

/**
 * By what a change recognises the connection that comes of it; null where it has nothing to go by.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('changes', table => {
    table
      .string('request_id', 36)
      .comment('The id in the request message of the connection that it makes');
    table.index(['request_id'], 'changes_request_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('changes', table => {
    table.dropIndex(['request_id'], 'changes_request_idx');
    table.dropColumn('request_id');
  });
};
