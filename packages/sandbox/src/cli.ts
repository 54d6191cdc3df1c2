import { sandboxOptionsFromEnvironment } from './sandboxOptionsFromEnvironment';
import { startSandbox } from './startSandbox';

async function main(): Promise<void> {
  const sandbox = await startSandbox(
    sandboxOptionsFromEnvironment(process.env),
  );
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
