import {
  createHttpHeaders,
  createPipelineRequest,
  type PipelineRequest,
  type PipelineResponse,
} from '@azure/core-rest-pipeline';
import { ApiVersions } from './ApiVersions';
import { AzureUnreadableAnswerError } from './errors';
import { followOperation } from './followOperation';
import { parseAnswer } from './parseAnswer';
import { rbacAction } from './rbacAction';

/** What a caller needs to know. @internal */
export interface ArmCallerOptions {
  /** Sends a request with a token, within the budget. */
  send: (request: PipelineRequest) => Promise<PipelineResponse>;
  /** Whose resource providers are asked for their API versions. */
  subscriptionId: string;
  /** Where Azure Resource Manager is. */
  resourceManagerUrl: string;
  /** How long a change in the background is followed, in milliseconds. */
  operationTimeoutMs: number;
}

/**
 * Calls any resource by its id, of whatever provider: with the API version that the provider names, and without a model
 * of its own for each.
 *
 * @internal
 */
export class ArmCaller {
  readonly #options: ArmCallerOptions;
  readonly #apiVersions: ApiVersions;

  private constructor(options: ArmCallerOptions) {
    this.#options = options;
    this.#apiVersions = ApiVersions.create({
      readProvider: (namespace, signal) =>
        this.#readProvider(namespace, signal),
    });
  }

  /** Makes no call. */
  static create(options: ArmCallerOptions): ArmCaller {
    return new ArmCaller(options);
  }

  /**
   * Reads a resource, or a list of resources.
   *
   * @throws AzureServiceError with status 404 if there is none.
   */
  async get(id: string, signal: AbortSignal): Promise<Record<string, unknown>> {
    const url = await this.#urlOf(id, signal);
    return parseAnswer(await this.#send('GET', url, { signal }));
  }

  /**
   * Reads all pages of a list.
   *
   * @throws AzureUnreadableAnswerError if a page holds no list, or leads back to one that was read: what is not listed
   * then must not look gone.
   */
  async list(
    id: string,
    signal: AbortSignal,
  ): Promise<Record<string, unknown>[]> {
    const items: Record<string, unknown>[] = [];
    let url: string | undefined = await this.#urlOf(id, signal);
    const read = new Set<string>();
    while (url !== undefined) {
      const page: PipelineResponse = await this.#send('GET', url, { signal });
      const { value, nextLink } = parseAnswer(page);
      if (!Array.isArray(value)) throw unreadable(url, 'it holds no list');
      read.add(url);
      items.push(...value);
      url = typeof nextLink === 'string' && nextLink ? nextLink : undefined;
      if (url !== undefined && read.has(url)) {
        throw unreadable(url, 'its next link leads back');
      }
    }
    return items;
  }

  /**
   * Changes or removes a resource, and follows the change where Azure carries it out in the background.
   *
   * @returns the resource as it was answered; `undefined` where that is not what it came to be
   * @throws AzureServiceError if the change failed.
   */
  async change(
    method: 'PUT' | 'DELETE',
    id: string,
    options: { body?: object; signal: AbortSignal },
  ): Promise<Record<string, unknown> | undefined> {
    const url = await this.#urlOf(id, options.signal);
    const accepted = await this.#send(method, url, options);
    const ended = await followOperation(accepted, {
      read: (address, signal) => this.#send('GET', address, { signal }),
      timeoutMs: this.#options.operationTimeoutMs,
      signal: options.signal,
    });
    return ended === 'at-once' && accepted.bodyAsText
      ? parseAnswer(accepted)
      : undefined;
  }

  async #urlOf(id: string, signal: AbortSignal): Promise<string> {
    const apiVersion = await this.#apiVersions.of(id, signal);
    return this.#toUrl(id, apiVersion);
  }

  #toUrl(path: string, apiVersion: string): string {
    const url = new URL(this.#options.resourceManagerUrl);
    url.pathname = path.split('/').map(encodeURIComponent).join('/');
    url.searchParams.set('api-version', apiVersion);
    return url.href;
  }

  async #readProvider(
    namespace: string,
    signal: AbortSignal,
  ): Promise<Record<string, unknown>> {
    const path = `/subscriptions/${
      this.#options.subscriptionId
    }/providers/${namespace}`;
    const url = this.#toUrl(path, ApiVersions.ofProviders);
    return parseAnswer(await this.#send('GET', url, { signal }));
  }

  #send(
    method: 'GET' | 'PUT' | 'DELETE',
    url: string,
    options: { body?: object; signal: AbortSignal },
  ): Promise<PipelineResponse> {
    const { body, signal } = options;
    return this.#options.send(
      createPipelineRequest({
        url,
        method,
        abortSignal: signal,
        headers: createHttpHeaders({
          accept: 'application/json',
          ...(body && { 'content-type': 'application/json; charset=utf-8' }),
        }),
        body: body && JSON.stringify(body),
      }),
    );
  }
}

function unreadable(url: string, reason: string): AzureUnreadableAnswerError {
  return new AzureUnreadableAnswerError({
    action: rbacAction('GET', url),
    reason,
  });
}
