// @ts-check

// Each filter and order of what nobody claims that the name and the place do not serve. As with the others, what is gone
// is in none of them.
const indexes = {
  exposures_unclaimed_made_idx: 'made_at, id',
  exposures_unclaimed_kind_idx: 'kind, made_at, id',
  exposures_unclaimed_manager_idx: 'manager, name_key, id',
  exposures_unclaimed_maker_idx: 'created_by_key, name_key, id',
};

/**
 * Who made an exposure, when, and what looks after it. The next survey fills it in: what a provider tells of it is new in
 * its word on an exposure.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = knex.client.dialect === 'postgresql';
  const keyType = isPostgres ? 'varchar(512) collate "C"' : 'varchar(512)';

  await knex.schema.alterTable('exposures', table => {
    table.timestamp('created_at').comment('By the word of the cloud');
    table.string('created_by', 512).comment('In the words of a tag');
    table
      .specificType('created_by_key', keyType)
      .comment('Its last part, lower case');
    table.string('managed_by', 512).comment('What made it');
    table
      .string('manager', 16)
      .notNullable()
      .defaultTo('unknown')
      .comment('iac, kubernetes or unknown');
  });
  // SQLite adds no stored one to a table that is there, and PostgreSQL knows no other before its version 18.
  await knex.raw(
    `alter table exposures add column made_at ${
      isPostgres ? 'timestamptz' : 'datetime'
    } generated always as (coalesce(created_at, first_seen_at)) ${
      isPostgres ? 'stored' : 'virtual'
    }`,
  );
  // SQLite prefers an index that begins with what is asked to be null, whatever has to be sorted then. To PostgreSQL such
  // an index has no order.
  const first = isPostgres ? '' : 'entity_ref, ';
  for (const [name, columns] of Object.entries(indexes)) {
    await knex.raw(
      `create index ${name} on exposures (${first}${columns}) where gone_at is null and entity_ref is null`,
    );
  }
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const name of Object.keys(indexes)) {
    await knex.raw(`drop index ${name}`);
  }
  // Not by knex, which on SQLite copies the table, and knows no generated column.
  for (const column of [
    ...['made_at', 'manager', 'managed_by'],
    ...['created_by_key', 'created_by', 'created_at'],
  ]) {
    await knex.raw(`alter table exposures drop column ${column}`);
  }
};
