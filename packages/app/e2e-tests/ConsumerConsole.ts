import { request } from '@playwright/test';

/** The consumers' side of the sandbox, through its control API. */
export class ConsumerConsole {
  /** Where its pages are. */
  readonly url: string;

  private constructor(url: string) {
    this.url = url;
  }

  static fromEnvironment(): ConsumerConsole {
    return new ConsumerConsole(
      process.env.POSTERN_CONSOLE_URL ?? 'http://localhost:7070',
    );
  }

  /** Publishes a TXT record in the public DNS. */
  async publishTxt(name: string, value: string): Promise<void> {
    await this.#send('POST', '/txt', { name, value });
  }

  /** Creates an endpoint in another account; the answer is its id. */
  async connect(options: {
    consumerAccount: string;
    region: string;
    serviceName: string;
  }): Promise<string> {
    const { id } = await this.#send('POST', '/connections', options);
    return String(id);
  }

  /** The state of an endpoint, as its consumer sees it. */
  async endpointState(endpointId: string): Promise<string> {
    const { state } = await this.#send('GET', `/connections/${endpointId}`);
    return String(state);
  }

  /** Puts another endpoint in the place of one, at once. */
  async replaceEndpoint(endpointId: string): Promise<void> {
    await this.#send('POST', `/connections/${endpointId}/replace`, {});
  }

  /** Has calls to AWS fail from now on; the sandbox's README has the fields of a fault. */
  async injectFault(fault: Record<string, unknown>): Promise<void> {
    await this.#send('POST', '/faults', fault);
  }

  /** Ends all faults. */
  async clearFaults(): Promise<void> {
    await this.#send('DELETE', '/faults');
  }

  /** Has nobody, or everybody again, assume the portal's role in an account. Open sessions last for minutes yet. */
  async setAssumable(accountId: string, assumable: boolean): Promise<void> {
    await this.#send('PUT', '/roles', {
      accountId,
      name: 'Postern',
      assumable,
    });
  }

  /** Puts targets behind a security group of an account that lets nothing in. */
  async blockTargets(targetGroupArn: string, accountId: string): Promise<void> {
    await this.#send('POST', '/targets/block', { targetGroupArn, accountId });
  }

  /** Has targets answer again. */
  async healTargets(targetGroupArn: string): Promise<void> {
    await this.#send('POST', '/targets/heal', { targetGroupArn });
  }

  /** Changes how long things take in the cloud, in milliseconds. */
  async setTimings(timings: Record<string, number>): Promise<void> {
    await this.#send('PATCH', '/clock/timings', timings);
  }

  async #send(
    method: string,
    path: string,
    data?: Record<string, unknown>,
  ): Promise<Record<string, unknown>> {
    const context = await request.newContext();
    try {
      const response = await context.fetch(`${this.url}/control${path}`, {
        method,
        data,
      });
      if (!response.ok()) {
        throw new Error(`${path}: ${await response.text()}`);
      }
      const body = await response.text();
      return body === '' ? {} : JSON.parse(body);
    } finally {
      await context.dispose();
    }
  }
}
