import { startDemo } from '../demo/demo.mjs';
import { listenersFromEnvironment } from '../demo/settings.mjs';
import { fail, say } from '../setup/messages.mjs';
import { requireFreePort } from '../setup/processes.mjs';

/** `npm start`: the whole demo, until Ctrl-C. */
export async function run() {
  const listeners = listenersFromEnvironment();
  for (const { port, variable, purpose } of listeners) {
    await requireFreePort(port, variable, purpose);
  }

  let demo;
  let stopping = false;
  const stop = async signal => {
    if (stopping) return;
    stopping = true;
    say(`Stopping (${signal})`);
    await demo?.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => stop(signal));

  demo = await startDemo({
    listeners,
    onFailure: async reason => {
      await demo?.stop();
      fail(reason);
    },
  });
  if (stopping) await demo.stop();

  const { addresses } = demo;
  process.stdout.write(`
  Postern is running. Nothing leaves this machine.

    Portal             ${addresses.portal}
    Git host           ${addresses.git}
    Consumer console   ${addresses.console}

  Sign in as Mira (a developer), open Create, and expose the service 'payments'.
  Ctrl-C stops everything.

`);
}
