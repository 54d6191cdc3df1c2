// @ts-check

/**
 * What people decide: decisions on connections, and the pull requests behind exposures.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = knex.client.dialect === 'postgresql';
  const keyType = isPostgres ? 'varchar(512) collate "C"' : 'varchar(512)';

  await knex.schema.createTable('decisions', table => {
    table.comment('Verdicts and what became of them');
    table.string('id', 64).primary();
    // No foreign keys: a decision is kept longer than what it was about.
    table.string('connection_id', 64).notNullable();
    table.string('exposure_id', 64).notNullable();
    table.specificType('entity_ref', keyType);
    table.string('verdict', 16).notNullable();
    table.text('reason').notNullable();
    table.string('status', 16).notNullable();
    table.string('decided_by', 200).notNullable();
    table.text('approvals').notNullable().defaultTo('[]').comment('JSON');
    table.string('idempotency_key', 128).notNullable();
    table.string('seen_state', 32).notNullable();
    table.text('seen').notNullable().comment('JSON: what the person saw');
    table.timestamp('requested_at').notNullable();
    table.timestamp('ended_at');
    table.text('message');
    table.text('before').comment('JSON: reading ahead of the call');
    table.text('after').comment('JSON: reading behind the call');
    table.timestamp('lease_until');
    table.string('claim_ticket', 64);
    table.integer('attempt').notNullable().defaultTo(0);
    table.unique(['connection_id', 'decided_by', 'idempotency_key'], {
      indexName: 'decisions_idempotency_uq',
    });
    table.index(['requested_at', 'id'], 'decisions_requested_idx');
    table.index(['status', 'requested_at', 'id'], 'decisions_status_idx');
    table.index(
      ['connection_id', 'requested_at', 'id'],
      'decisions_connection_idx',
    );
    table.index(
      ['exposure_id', 'requested_at', 'id'],
      'decisions_exposure_idx',
    );
    table.index(['ended_at'], 'decisions_ended_idx');
  });
  // Two people at the same moment get one decision: the second insert fails.
  await knex.raw(
    'create unique index decisions_open_uq on decisions (connection_id) where ended_at is null',
  );
  await knex.raw(
    'create index decisions_lease_idx on decisions (lease_until) where ended_at is null',
  );

  await knex.schema.createTable('changes', table => {
    table.comment('Pull requests that templates opened');
    table.string('id', 64).primary();
    table.specificType('entity_ref', keyType).notNullable();
    table.string('kind', 64);
    table.string('purpose', 16).notNullable();
    table.string('url', 2000).notNullable();
    table.text('title').notNullable();
    table.string('state', 16).notNullable();
    table.string('opened_by', 200);
    table.timestamp('opened_at').notNullable();
    table.timestamp('ended_at');
    table.string('exposure_id', 64).comment('What came out of it');
    table.timestamp('checked_at');
    table.text('check_error');
    table.unique(['url'], { indexName: 'changes_url_uq' });
    table.index(['opened_at', 'id'], 'changes_opened_idx');
    table.index(['state', 'opened_at', 'id'], 'changes_state_idx');
    table.index(['entity_ref', 'opened_at', 'id'], 'changes_entity_idx');
    table.index(['state', 'checked_at'], 'changes_checked_idx');
    table.index(['exposure_id'], 'changes_exposure_idx');
    table.index(['ended_at'], 'changes_ended_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('changes');
  await knex.schema.dropTable('decisions');
};
