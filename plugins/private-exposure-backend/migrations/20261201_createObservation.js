// @ts-check

/**
 * What is observed: scopes, exposures, connections and what an inspection saw of them.
 *
 * Times are kept in UTC, set by the caller. Keys that are sorted or searched by prefix are lower case and compare by
 * code point on both engines, so that one plain index serves the order, the cursor and the prefix.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = knex.client.dialect === 'postgresql';
  const keyType = isPostgres ? 'varchar(512) collate "C"' : 'varchar(512)';

  await knex.schema.createTable('scopes', table => {
    table.comment('What one credential and one bulk listing cover');
    table.string('id', 200).primary().comment('Given by the provider');
    table.string('provider', 64).notNullable();
    table.string('group_id', 200).notNullable().comment('Surveyed together');
    table.string('title').notNullable();
    table.string('account', 200).notNullable();
    table.string('account_name');
    table.string('region', 64);
    table
      .timestamp('surveyed_at')
      .comment('When the last complete survey began');
    table.timestamp('first_completed_at').comment('Before: initial');
    table.timestamp('last_attempt_at');
    table.timestamp('next_attempt_at');
    table.string('last_outcome', 16).comment('complete, incomplete or failed');
    table.text('last_error').comment('Scrubbed of secrets');
    table.integer('exposure_count').notNullable().defaultTo(0);
    table.integer('connection_count').notNullable().defaultTo(0);
    table.integer('calls').notNullable().defaultTo(0);
    table.integer('throttles').notNullable().defaultTo(0);
    table.integer('duration_ms');
    table.timestamp('removed_at').comment('No longer configured');
  });

  await knex.schema.createTable('exposures', table => {
    table.comment('One row for each exposure that a survey has seen');
    table.string('id', 64).primary().comment('Hash of scope and native id');
    table
      .string('scope_id', 200)
      .notNullable()
      .references('id')
      .inTable('scopes');
    table.string('kind', 64).notNullable();
    table.text('native_id').notNullable();
    table.specificType('native_key', keyType).notNullable();
    table.text('name').notNullable();
    table.specificType('name_key', keyType).notNullable();
    table.string('native_state', 200).notNullable();
    table.string('lifecycle', 32).notNullable();
    table.string('health', 32).notNullable();
    table.integer('health_rank').notNullable().comment('0 is the worst');
    table.text('health_reason');
    table.text('address');
    table.boolean('acceptance_required');
    table.string('domain_state', 32);
    table.text('domain').comment('JSON');
    table.text('facts').notNullable().comment('JSON');
    table.text('evidence').notNullable().comment('JSON');
    table.string('hash', 64).notNullable().comment('Of what the survey said');
    table.string('owner_tag', 200).comment('Entity that the cloud names');
    table.specificType('entity_ref', keyType).comment('Whose it is');
    table.string('claim_basis', 32);
    table.boolean('claim_confirmed');
    table.boolean('claim_conflict').notNullable().defaultTo(false);
    table.timestamp('first_seen_at').notNullable();
    table.timestamp('changed_at').notNullable();
    table
      .timestamp('observed_at')
      .comment('Where it is not the survey time of the scope');
    table.timestamp('gone_at');
    table.timestamp('inspected_at');
    table.timestamp('inspection_attempted_at');
    table.text('inspection_error');
    table.string('inspection_hash', 64);
    table.timestamp('refresh_requested_at');
    table.timestamp('refresh_allowed_at').comment('No request before');
    table.timestamp('viewed_at');
  });

  await knex.schema.createTable('connections', table => {
    table.comment('One row for each endpoint of a consumer at an exposure');
    table.string('id', 64).primary();
    table.string('exposure_id', 64).notNullable();
    table.string('scope_id', 200).notNullable();
    table.text('native_id').notNullable();
    table.string('state', 32).notNullable();
    table.string('native_state', 200).notNullable();
    table.string('consumer_account', 200).notNullable();
    table.string('consumer_account_name');
    table.string('consumer_region', 64);
    table.text('consumer_endpoint_id');
    table.text('facts').notNullable().comment('JSON');
    table.string('hash', 64).notNullable();
    table.timestamp('created_at').comment('By the word of the cloud');
    table.timestamp('first_seen_at').notNullable();
    table
      .timestamp('waiting_since')
      .notNullable()
      .comment('created_at, or first_seen_at');
    table.timestamp('changed_at').notNullable();
    table.timestamp('observed_at').comment('Where later than the survey');
    table.timestamp('expires_at');
    table.timestamp('gone_at');
    table
      .foreign('exposure_id', 'connections_exposure_id_fk')
      .references('exposures.id')
      .onDelete('CASCADE');
  });

  await knex.schema.createTable('hops', table => {
    table.comment('The path of an exposure, consumer side first');
    table.string('exposure_id', 64).notNullable();
    table.integer('position').notNullable();
    table.string('hop_id', 200).notNullable();
    table.string('type', 64).notNullable();
    table.text('title').notNullable();
    table.text('native_id');
    table.string('health', 32).notNullable();
    table.text('reason');
    table.text('facts').notNullable().comment('JSON');
    table.text('console_url');
    table.primary(['exposure_id', 'position'], 'hops_pk');
    table
      .foreign('exposure_id', 'hops_exposure_id_fk')
      .references('exposures.id')
      .onDelete('CASCADE');
  });

  await knex.schema.createTable('grants', table => {
    table.comment('Who may ask to connect');
    table.string('exposure_id', 64).notNullable();
    table.string('type', 32).notNullable();
    table.string('principal', 1024).notNullable();
    table.boolean('auto_approved');
    table.primary(['exposure_id', 'type', 'principal'], 'grants_pk');
    table
      .foreign('exposure_id', 'grants_exposure_id_fk')
      .references('exposures.id')
      .onDelete('CASCADE');
  });

  await knex.schema.createTable('findings', table => {
    table.comment('What the rules noticed at the last inspection');
    table.string('exposure_id', 64).notNullable();
    table.string('key', 64).notNullable().comment('Hash of rule and hop');
    table.string('rule_id', 200).notNullable();
    table.string('severity', 16).notNullable();
    table.text('message').notNullable();
    table.text('remedy').notNullable();
    table.string('hop_id', 200);
    table.text('evidence').comment('JSON');
    table.timestamp('raised_at').notNullable();
    table.primary(['exposure_id', 'key'], 'findings_pk');
    table
      .foreign('exposure_id', 'findings_exposure_id_fk')
      .references('exposures.id')
      .onDelete('CASCADE');
  });

  await knex.schema.createTable('events', table => {
    table.comment('The timeline');
    table.bigIncrements('id', { primaryKey: true });
    table.string('exposure_id', 64);
    table.string('connection_id', 64);
    table.specificType('entity_ref', keyType);
    table.string('type', 64).notNullable();
    table.timestamp('at').notNullable();
    table.string('actor', 200);
    table.text('from_state');
    table.text('to_state');
    table.text('message');
    table
      .boolean('initial')
      .notNullable()
      .defaultTo(false)
      .comment('Of the first survey of a scope: nobody is told');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  const tables = ['events', 'findings', 'grants', 'hops', 'connections'];
  for (const table of [...tables, 'exposures', 'scopes']) {
    await knex.schema.dropTable(table);
  }
};
