// @ts-check

/**
 * What the linter said of a change when its template ran; null where nobody told.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('changes', table => {
    table
      .text('findings')
      .comment("JSON: the linter's findings and their count");
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('changes', table => {
    table.dropColumn('findings');
  });
};
