import { Server } from 'node:http';
import { Server as TlsServer } from 'node:https';
import { AddressInfo } from 'node:net';
import { ConflictError, ForwardedError } from '@backstage/errors';

/** The only address that the sandbox listens on: it has no protection. */
const LOOPBACK = '127.0.0.1';

/**
 * How long a connection is kept that nobody uses, in milliseconds. Node's five seconds end under clients that are about
 * to use it, which then call a second time.
 */
const KEPT_FOR = 65_000;

/** A server that listens. @public */
export interface RunningServer {
  port: number;
  url: string;
  /** Stops at once; open connections are cut. */
  stop(): Promise<void>;
}

function isPortTaken(error: NodeJS.ErrnoException): boolean {
  return error.code === 'EADDRINUSE';
}

/**
 * Listens on loopback, on any free port for port 0.
 *
 * @throws ConflictError when the port is taken; it names the environment
 * variable that moves it.
 * @public
 */
export async function listenOnLoopback(
  server: Server | TlsServer,
  options: { port: number; portVariable: string },
): Promise<RunningServer> {
  const { port, portVariable } = options;
  server.keepAliveTimeout = KEPT_FOR;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        isPortTaken(error)
          ? new ConflictError(
              `Port ${port} is taken. End what uses it, or choose another port with ${portVariable}.`,
            )
          : new ForwardedError(`Cannot listen on port ${port}`, error),
      ),
    );
    server.listen(port, LOOPBACK, resolve);
  });
  const { port: actual } = server.address() as AddressInfo;
  const scheme = server instanceof TlsServer ? 'https' : 'http';
  return {
    port: actual,
    url: `${scheme}://${LOOPBACK}:${actual}`,
    stop: () =>
      new Promise((resolve, reject) => {
        server.close(error => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
