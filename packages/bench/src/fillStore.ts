import createKnex, { type Knex } from 'knex';
import { databaseUrl } from './databaseUrl';

/**
 * Copies what the survey found until the store holds as many exposures as asked for. Each copy is another resource of
 * another entity; its connections are not copied.
 *
 * @internal
 */
export async function fillStore(options: {
  database: string;
  exposures: number;
}): Promise<void> {
  const knex = createKnex({
    client: 'pg',
    connection: databaseUrl(options.database),
  });
  try {
    await knex.raw('create table originals as select id from exposures');
    const [{ count }] = await knex('originals').count('id as count');
    const originals = Number(count);
    const copies = Math.ceil(options.exposures / originals) - 1;
    for (let copy = 1; copy <= copies; copy++) await copyAll(knex, copy);
    await knex.schema.dropTable('originals');
    await knex.raw('vacuum analyze exposures');
  } finally {
    await knex.destroy();
  }
}

async function copyAll(knex: Knex, copy: number): Promise<void> {
  const columns = Object.keys(await knex('exposures').columnInfo());
  const renamed: Record<string, string> = {
    id: `md5(id || '${copy}')`,
    native_id: `native_id || '-${copy}'`,
    native_key: `native_key || '-${copy}'`,
    name: `name || '-${copy}'`,
    name_key: `name_key || '-${copy}'`,
    entity_ref: `'component:default/other-${copy}-' || right(id, 12)`,
  };
  const list = columns.map(column => `"${column}"`).join(', ');
  const values = columns
    .map(column => renamed[column] ?? `"${column}"`)
    .join(', ');
  await knex.raw(
    `insert into exposures (${list})
     select ${values} from exposures where gone_at is null and id in (select id from originals)`,
  );
}
