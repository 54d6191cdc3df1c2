import type { PipelineResponse } from '@azure/core-rest-pipeline';
import {
  AzureAccessDeniedError,
  AzureServiceError,
  AzureUnreadableAnswerError,
} from './errors';

// What 403 says when a role is missing; other codes of that status, such as a policy's, are plain refusals.
const DENIED = ['AuthorizationFailed', 'LinkedAuthorizationFailed'];

/**
 * What is wrong with an answer; `undefined` if it can be read on.
 *
 * @internal
 */
export function checkAnswer(
  response: Pick<PipelineResponse, 'status' | 'headers' | 'bodyAsText'>,
  about: { action: string; subscriptionId: string },
): Error | undefined {
  const { status, bodyAsText } = response;
  const body = bodyAsText?.trim() ?? '';
  if (status < 400) {
    // Cheap on purpose: a page of a listing is parsed once, by the SDK.
    return body === '' || looksLikeJson(body)
      ? undefined
      : new AzureUnreadableAnswerError({
          action: about.action,
          reason: `HTTP ${status} with something that is not JSON`,
        });
  }
  const { code, message } = readError(body);
  if (code === undefined && status !== 429 && status < 500) {
    return new AzureUnreadableAnswerError({
      action: about.action,
      reason: `HTTP ${status} without an error code`,
    });
  }
  const error = new AzureServiceError({
    code: code ?? `HTTP ${status}`,
    statusCode: status,
    detail: message,
  });
  return status === 403 && DENIED.includes(error.code)
    ? new AzureAccessDeniedError({ ...about, cause: error })
    : error;
}

function looksLikeJson(body: string): boolean {
  const ends = `${body[0]}${body.at(-1)}`;
  return ends === '{}' || ends === '[]';
}

/**
 * Code and message out of the body of a failure. Azure wraps them in `error`; some resource providers write `Code` and
 * `Message`, or leave the wrapper out.
 *
 * @internal
 */
export function readError(body: string | object | undefined): {
  code?: string;
  message: string;
} {
  const root = typeof body === 'string' ? parse(body) : body;
  const found = toRecord(toRecord(root).error ?? root);
  const code = found.code ?? found.Code;
  const message = found.message ?? found.Message;
  return {
    code: typeof code === 'string' && code !== '' ? code : undefined,
    message: typeof message === 'string' ? message : '',
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // A failure without a readable body is a failure all the same.
  }
}

function toRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
