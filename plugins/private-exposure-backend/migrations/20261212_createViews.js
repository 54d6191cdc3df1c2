// @ts-check

/**
 * Who looked at what is no part of what is looked at: a table of its own leaves the exposure's row, its indexes, and
 * with them what is remembered of its page, alone.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('views', table => {
    table.comment('Exposures that somebody looked at');
    table.string('exposure_id', 64).notNullable();
    table.string('scope_id', 200).notNullable();
    table.timestamp('viewed_at').notNullable();
    table.primary(['exposure_id'], 'views_pk');
    table.index(['scope_id', 'viewed_at'], 'views_scope_idx');
    table
      .foreign('exposure_id', 'views_exposure_id_fk')
      .references('exposures.id')
      .onDelete('CASCADE');
  });
  await knex.raw(
    'insert into views (exposure_id, scope_id, viewed_at) select id, scope_id, viewed_at from exposures where viewed_at is not null',
  );
  await knex.raw('drop index exposures_viewed_idx');
  // Not through the schema builder: on SQLite that would make the table anew, and what hangs on it would go.
  await knex.raw('alter table exposures drop column viewed_at');
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('exposures', table => {
    table.timestamp('viewed_at');
  });
  await knex.raw(
    'update exposures set viewed_at = (select v.viewed_at from views v where v.exposure_id = exposures.id)',
  );
  await knex.raw(
    'create index exposures_viewed_idx on exposures (scope_id, viewed_at) where gone_at is null and viewed_at is not null',
  );
  await knex.schema.dropTable('views');
};
