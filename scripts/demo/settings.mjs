import { findFreePort } from '../setup/processes.mjs';

/** Where the demo listens, and which variable changes it. */
const listeners = [
  {
    name: 'portal',
    variable: 'POSTERN_PORT',
    port: 7007,
    purpose: 'the portal',
  },
  {
    name: 'console',
    variable: 'POSTERN_SANDBOX_PORT',
    port: 7070,
    purpose: 'the consumer console',
  },
  {
    name: 'git',
    variable: 'POSTERN_GIT_PORT',
    port: 7071,
    purpose: 'the Git host',
  },
  {
    name: 'aws',
    variable: 'POSTERN_AWS_PORT',
    port: 7072,
    purpose: 'the AWS sandbox',
  },
  {
    name: 'azure',
    variable: 'POSTERN_AZURE_PORT',
    port: 7073,
    purpose: 'the Azure sandbox',
  },
];

/** The listeners of `npm start`, with the ports that the environment asks for. */
export function listenersFromEnvironment() {
  return listeners.map(listener => ({
    ...listener,
    port: Number(process.env[listener.variable] ?? listener.port),
  }));
}

/** Listeners on free ports, so that tests run beside a demo. */
export async function listenersOnFreePorts() {
  return Promise.all(
    listeners.map(async listener => ({
      ...listener,
      port: await findFreePort(),
    })),
  );
}

/**
 * The environment that tells sandbox and backend where the listeners are. The sandbox writes the certificate that
 * Azure's clients must trust to `azureCaFile` before it is ready.
 */
export function environmentFor(chosen, { azureCaFile }) {
  return {
    ...process.env,
    ...Object.fromEntries(
      chosen.map(({ variable, port }) => [variable, String(port)]),
    ),
    // All that points the product at the sandbox: an endpoint here, credentials in app-config.yaml.
    AWS_ENDPOINT_URL: `http://127.0.0.1:${portOf(chosen, 'aws')}`,
    AWS_EC2_METADATA_DISABLED: 'true',
    POSTERN_AZURE_CA_FILE: azureCaFile,
    NODE_ENV: 'development',
  };
}

/** The port of one listener. */
export function portOf(chosen, name) {
  return chosen.find(listener => listener.name === name).port;
}

/** The addresses that a person opens. */
export function addressesOf(chosen) {
  const address = name => `http://localhost:${portOf(chosen, name)}`;
  return {
    portal: address('portal'),
    console: address('console'),
    git: address('git'),
    aws: address('aws'),
    azure: `https://localhost:${portOf(chosen, 'azure')}`,
  };
}
