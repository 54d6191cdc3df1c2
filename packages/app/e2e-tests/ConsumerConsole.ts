import { request } from '@playwright/test';

/** The consumers' side of the sandbox, through its control API. */
export class ConsumerConsole {
  readonly #url: string;

  private constructor(url: string) {
    this.#url = url;
  }

  static fromEnvironment(): ConsumerConsole {
    return new ConsumerConsole(
      process.env.POSTERN_CONSOLE_URL ?? 'http://localhost:7070',
    );
  }

  /** Publishes a TXT record in the public DNS. */
  async publishTxt(name: string, value: string): Promise<void> {
    await this.#send('/txt', { name, value });
  }

  /** Creates an endpoint in another account. */
  async connect(options: {
    consumerAccount: string;
    region: string;
    serviceName: string;
  }): Promise<void> {
    await this.#send('/connections', options);
  }

  async #send(path: string, data: Record<string, unknown>): Promise<void> {
    const context = await request.newContext();
    try {
      const response = await context.fetch(`${this.#url}/control${path}`, {
        method: 'POST',
        data,
      });
      if (!response.ok()) {
        throw new Error(`${path}: ${await response.text()}`);
      }
    } finally {
      await context.dispose();
    }
  }
}
