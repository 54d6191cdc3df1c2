// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('change_contributors', table => {
    table.comment(
      'Who put something into merged pull requests, by their Git hosts',
    );
    table
      .string('change_id', 64)
      .primary()
      .comment('The pull request')
      .references('id')
      .inTable('changes')
      .onDelete('CASCADE');
    table.text('contributors').notNullable().comment('JSON');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('change_contributors');
};
