/*
 * A backend's worker as a process of its own, for crash.test.ts: stores an approval, carries it out, and kills itself
 * with SIGKILL where it is told to. Arguments: the database as JSON, the cloud's file, where to die.
 */
import knexFactory from 'knex';
import { DatabaseDecisionStore } from '../DatabaseDecisionStore';
import { approval, createExecutor } from './crashWorld';
import { FileCloud } from './FileCloud';

const silent = {
  error() {},
  warn() {},
  info() {},
  debug() {},
  child: () => silent,
};

async function main() {
  const [database, file, dieAt] = process.argv.slice(2);
  const die = (where: string) => () => {
    // Nothing of this process runs after this line: no handler, no flush.
    if (where === dieAt) process.kill(process.pid, 'SIGKILL');
  };
  const knex = knexFactory({ ...JSON.parse(database), useNullAsDefault: true });
  const store = DatabaseDecisionStore.create({ knex });
  const cloud = new FileCloud(file);
  cloud.beforeEffect = die('before-call');
  cloud.afterEffect = die('after-call');

  const outcome = await store.insert(approval);
  die('after-store')();
  const executor = createExecutor(store, cloud, silent);
  executor.start(outcome.decision.id);
  await executor.settled();
  await knex.destroy();
}

main();
