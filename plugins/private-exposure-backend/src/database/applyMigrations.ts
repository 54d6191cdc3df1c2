import {
  type DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

/** Where the migrations are, also in a published package. @internal */
export const migrationsDirectory = resolvePackagePath(
  '@postern/backstage-plugin-private-exposure-backend',
  'migrations',
);

/**
 * Brings the tables up to date, unless the operator does that elsewhere.
 *
 * @internal
 */
export async function applyMigrations(
  database: DatabaseService,
): Promise<Knex> {
  const knex = await database.getClient();
  if (!database.migrations?.skip) {
    await knex.migrate.latest({ directory: migrationsDirectory });
  }
  return knex;
}
