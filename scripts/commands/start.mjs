import { startDemo } from '../demo/demo.mjs';
import { listenersFromEnvironment } from '../demo/settings.mjs';
import { fail, say } from '../setup/messages.mjs';
import { Children, requireFreePort } from '../setup/processes.mjs';

/** `npm start`: the whole demo, until Ctrl-C. */
export async function run() {
  const listeners = listenersFromEnvironment();
  for (const { port, variable, purpose } of listeners) {
    await requireFreePort(port, variable, purpose);
  }

  const children = new Children();
  let stopping = false;
  const stop = async signal => {
    if (stopping) return;
    stopping = true;
    say(`Stopping (${signal})`);
    await children.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => stop(signal));
  }
  const giveUp = async reason => {
    if (stopping) return;
    stopping = true;
    await children.stop();
    fail(reason);
  };

  let addresses;
  try {
    addresses = await startDemo({
      name: 'start',
      children,
      listeners,
      onFailure: giveUp,
    });
  } catch (error) {
    await giveUp(error.message);
    return;
  }

  process.stdout.write(`
  Postern is running. Nothing leaves this machine.

    Portal             ${addresses.portal}
    Git host           ${addresses.git}
    Consumer console   ${addresses.console}

  Sign in as Mira (a developer), open Create, and expose the service 'payments'.
  Ctrl-C stops everything.

`);
}
