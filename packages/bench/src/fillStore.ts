import createKnex, { type Knex } from 'knex';
import { databaseUrl } from './databaseUrl';

/**
 * Copies what the survey found until the store holds as many exposures as asked for. Each copy is another resource of
 * another entity, or for one in eight of none; its connections are not copied.
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
    // All of it: what was left to the server would run in the middle of what is measured next.
    await knex.raw('vacuum analyze');
  } finally {
    await knex.destroy();
  }
}

async function copyAll(knex: Knex, copy: number): Promise<void> {
  // The database sets this one itself.
  const columns = Object.keys(await knex('exposures').columnInfo()).filter(
    column => column !== 'made_at',
  );
  const ifClaimed = (value: string) =>
    `case when right(id, 1) in ('0', '1') then null else ${value} end`;
  const renamed: Record<string, string> = {
    id: `md5(id || '${copy}')`,
    native_id: `native_id || '-${copy}'`,
    native_key: `native_key || '-${copy}'`,
    name: `name || '-${copy}'`,
    name_key: `name_key || '-${copy}'`,
    entity_ref: ifClaimed(
      `'component:default/other-${copy}-' || right(id, 12)`,
    ),
    claim_basis: ifClaimed('claim_basis'),
    claim_confirmed: ifClaimed('claim_confirmed'),
    created_at: `first_seen_at - make_interval(mins => ('x' || left(md5(id || '${copy}'), 4))::bit(16)::int)`,
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
