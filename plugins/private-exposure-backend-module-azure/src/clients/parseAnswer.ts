import type { PipelineResponse } from '@azure/core-rest-pipeline';
import { AzureUnreadableAnswerError } from './errors';
import { rbacAction } from './rbacAction';

/**
 * The JSON object of an answer.
 *
 * @throws AzureUnreadableAnswerError if there is none.
 * @internal
 */
export function parseAnswer({
  bodyAsText,
  request,
  status,
}: Pick<PipelineResponse, 'bodyAsText' | 'request' | 'status'>): Record<
  string,
  unknown
> {
  const parsed = parse(bodyAsText);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw new AzureUnreadableAnswerError({
      action: rbacAction(request.method, request.url),
      reason: `HTTP ${status} with something that is not a JSON object`,
    });
  }
  return { ...parsed };
}

function parse(text: string | null | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined; // The caller says what is wrong, with the call's name.
  }
}
