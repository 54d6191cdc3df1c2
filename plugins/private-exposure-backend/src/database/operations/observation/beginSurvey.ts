import type { ProviderScope } from '@postern/backstage-plugin-private-exposure-node';
import type { Knex } from 'knex';
import type { DbScopeRow } from '../../tables';
import type { SurveySession } from './SurveySession';

/**
 * Opens a survey of a scope, which must have been registered.
 *
 * @internal
 */
export async function beginSurvey(
  knex: Knex,
  scopeId: string,
  at: Date,
): Promise<SurveySession> {
  const row: Pick<DbScopeRow, 'first_completed_at'> | undefined = await knex(
    'scopes',
  )
    .select('first_completed_at')
    .where('id', scopeId)
    .first();
  return {
    scopeId,
    startedAt: at,
    initial: !row?.first_completed_at,
    exposureIds: new Set(),
    connectionIds: new Set(),
  };
}

/**
 * Notes which scopes a provider has. One that is no longer configured keeps its rows and is listed no more; once it is
 * configured again it is back.
 *
 * @internal
 */
export async function registerScopes(
  knex: Knex,
  options: { provider: string; scopes: readonly ProviderScope[]; at: Date },
): Promise<void> {
  const { provider, scopes, at } = options;
  const rows = scopes.map(scope => ({
    id: scope.id,
    provider,
    group_id: scope.group,
    title: scope.title.slice(0, 255),
    account: scope.account,
    account_name: scope.accountName ?? null,
    region: scope.region ?? null,
    removed_at: null,
  }));
  await knex.transaction(async tx => {
    for (const row of rows) {
      await tx('scopes').insert(row).onConflict('id').merge();
    }
    await tx('scopes')
      .where({ provider })
      .whereNotIn(
        'id',
        rows.map(row => row.id),
      )
      .whereNull('removed_at')
      .update({ removed_at: at });
  });
}
