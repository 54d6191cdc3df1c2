import {
  portFromEnvironment,
  sandboxOptionsFromEnvironment,
} from './sandboxOptionsFromEnvironment';
import { createDemoMount } from './seed/createDemoMount';
import { startSandbox } from './startSandbox';

async function main(): Promise<void> {
  const gitPort = portFromEnvironment(process.env, 'POSTERN_GIT_PORT');
  const sandbox = await startSandbox({
    ...sandboxOptionsFromEnvironment(process.env),
    mounts: { git: createDemoMount({ gitPort }) },
  });
  const addresses = Object.entries(sandbox.urls).map(
    ([name, url]) => `  ${name.padEnd(10)}${url}\n`,
  );
  process.stdout.write(
    `The sandbox is ready. Ctrl-C stops it.\n${addresses.join('')}`,
  );
  const stop = () => {
    sandbox.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch(error => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
});
