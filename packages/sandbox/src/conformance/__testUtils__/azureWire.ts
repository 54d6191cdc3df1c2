import { azureCredential } from '../../__testUtils__/azureClients';
import { AzureIdentity } from '../../__testUtils__/startAzureSandbox';
import { trustAuthority } from '../../azure';
import { Sandbox } from '../../startSandbox';

/** An answer as it came over the wire. */
export interface WireAnswer {
  status: number;
  headers: Headers;
  /** Parsed; null without one. */
  body: unknown;
}

/** Sends requests as they are, with a token. */
export interface AzureWire {
  send(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<WireAnswer>;
  close(): void;
}

/** Opens a wire to a sandbox for somebody. */
export async function openAzureWire(
  sandbox: Sandbox,
  identity: AzureIdentity,
): Promise<AzureWire> {
  const distrust = trustAuthority(sandbox.azureCaCertificate);
  const { token } = await azureCredential(sandbox, identity).getToken(
    `${sandbox.urls.azure}/.default`,
  );
  return {
    close: distrust,
    async send(method, path, body, headers = {}) {
      const url = path.startsWith('https:')
        ? path
        : `${sandbox.urls.azure}${path}`;
      const response = await fetch(url, {
        method,
        headers: { ...headers, authorization: `Bearer ${token}` },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      const text = await response.text();
      return {
        status: response.status,
        headers: response.headers,
        body: text ? JSON.parse(text) : null,
      };
    },
  };
}
