// @ts-check

/**
 * What entities say about cloud resources, and what the cloud says about entities.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = knex.client.dialect === 'postgresql';
  const keyType = isPostgres ? 'varchar(512) collate "C"' : 'varchar(512)';

  await knex.schema.createTable('claimants', table => {
    table.comment('Entities that claim, or that a tag or a change names');
    table.specificType('entity_ref', keyType).primary();
    table.boolean('found').notNullable().comment('Is it in the catalog');
    table.string('hash', 64).notNullable();
  });

  await knex.schema.createTable('claimant_owners', table => {
    table.comment('Who owns the claiming entities, by the catalog');
    table.specificType('entity_ref', keyType).notNullable();
    table.specificType('owner_ref', keyType).notNullable();
    table.primary(['entity_ref', 'owner_ref'], 'claimant_owners_pk');
    table.index(['owner_ref', 'entity_ref'], 'claimant_owners_owner_idx');
  });

  await knex.schema.createTable('claims', table => {
    table.comment('What entities say in their annotations');
    table.specificType('entity_ref', keyType).notNullable();
    table
      .string('type', 32)
      .notNullable()
      .comment('resource or kubernetes-service');
    table
      .specificType('value', keyType)
      .notNullable()
      .comment('Native id or <cluster>/<namespace>/<service>, lower case');
    table.text('named').notNullable().comment('As the annotation has it');
    table.primary(['entity_ref', 'type', 'value'], 'claims_pk');
    table.index(['value'], 'claims_value_idx');
  });

  await knex.schema.createTable('claim_conflicts', table => {
    table.comment('Annotations that name a resource of somebody else');
    table.specificType('entity_ref', keyType).notNullable();
    table.string('exposure_id', 64).notNullable();
    table.text('native_id').notNullable().comment('As the annotation has it');
    table.text('message').notNullable();
    table.primary(['entity_ref', 'exposure_id'], 'claim_conflicts_pk');
    table.index(['exposure_id'], 'claim_conflicts_exposure_idx');
    table
      .foreign('exposure_id', 'claim_conflicts_exposure_id_fk')
      .references('exposures.id')
      .onDelete('CASCADE');
  });

  await knex.schema.createTable('exposure_identities', table => {
    table.comment('Kubernetes Services that the controllers name');
    table.string('exposure_id', 64).notNullable();
    table.specificType('identity', keyType).notNullable();
    table.primary(['exposure_id', 'identity'], 'exposure_identities_pk');
    table.index(['identity'], 'exposure_identities_identity_idx');
    table
      .foreign('exposure_id', 'exposure_identities_exposure_id_fk')
      .references('exposures.id')
      .onDelete('CASCADE');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('exposure_identities');
  await knex.schema.dropTable('claim_conflicts');
  await knex.schema.dropTable('claims');
  await knex.schema.dropTable('claimant_owners');
  await knex.schema.dropTable('claimants');
};
