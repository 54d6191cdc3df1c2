// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  const isPostgres = knex.client.dialect === 'postgresql';
  const keyType = isPostgres ? 'varchar(512) collate "C"' : 'varchar(512)';

  await knex.schema.createTable('change_authors', table => {
    table.comment('Users who put something into a pull request by a template');
    table
      .string('change_id', 64)
      .notNullable()
      .comment('The pull request')
      .references('id')
      .inTable('changes')
      .onDelete('CASCADE');
    table
      .specificType('entity_ref', keyType)
      .notNullable()
      .comment('Whose exposure it was for');
    table.string('author', 200).notNullable();
    table.primary(['entity_ref', 'author', 'change_id']);
    table.index(['change_id'], 'change_authors_change_idx');
  });
  await knex.raw(
    `insert into change_authors (change_id, entity_ref, author)
      select id, entity_ref, opened_by from changes where opened_by is not null`,
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('change_authors');
};
