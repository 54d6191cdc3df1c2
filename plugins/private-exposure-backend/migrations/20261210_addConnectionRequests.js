// @ts-check

/**
 * By what a connection is recognised as that of a change: the id that it asked with, and who says to ask with that id.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = knex.client.dialect === 'postgresql';
  const keyType = isPostgres ? 'varchar(512) collate "C"' : 'varchar(512)';

  await knex.schema.alterTable('connections', table => {
    table.string('request_id', 36).comment('The id in its request message');
  });
  await knex.raw(
    'create index connections_request_idx on connections (request_id) where gone_at is null and request_id is not null',
  );
  // Hardly any change has an id: to SQLite's statistics, an index with all of them looks as if it were of no use.
  await knex.raw('drop index changes_request_idx');
  await knex.raw(
    'create index changes_request_idx on changes (request_id) where request_id is not null',
  );
  // The next survey writes down the id of those that wait already: to it, they all look new.
  await knex('connections').where({ state: 'pending' }).update({ hash: '' });

  await knex.schema.createTable('exposure_requests', table => {
    table.comment('Connections that exposures ask for themselves');
    table.string('exposure_id', 64).notNullable();
    table.string('request_id', 36).notNullable();
    table
      .specificType('target_key', keyType)
      .notNullable()
      .comment('Native id of what they ask at, lower case');
    table
      .string('region', 200)
      .notNullable()
      .comment('Where their endpoint is; empty where they do not say');
    table.primary(
      ['exposure_id', 'request_id', 'target_key', 'region'],
      'exposure_requests_pk',
    );
    table.index(['request_id'], 'exposure_requests_request_idx');
    table
      .foreign('exposure_id', 'exposure_requests_exposure_id_fk')
      .references('exposures.id')
      .onDelete('CASCADE');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('exposure_requests');
  await knex.raw('drop index changes_request_idx');
  await knex.raw('create index changes_request_idx on changes (request_id)');
  await knex.raw('drop index connections_request_idx');
  await knex.schema.alterTable('connections', table => {
    table.dropColumn('request_id');
  });
};
