// @ts-check

/**
 * When each open change is looked up next, under an index that serves the order. A change from before is due at once.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = knex.client.dialect === 'postgresql';
  await knex.schema.alterTable('changes', table => {
    table.dropIndex(['state', 'checked_at'], 'changes_checked_idx');
    table
      .timestamp('due_at')
      .notNullable()
      .defaultTo(knex.raw(isPostgres ? "'1970-01-01T00:00:00Z'" : '0'))
      .comment('When its Git host is asked next');
    table.index(['state', 'due_at'], 'changes_due_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('changes', table => {
    table.dropIndex(['state', 'due_at'], 'changes_due_idx');
    table.dropColumn('due_at');
    table.index(['state', 'checked_at'], 'changes_checked_idx');
  });
};
