import type { PipelinePolicy } from '@azure/core-rest-pipeline';
import { isError } from '@backstage/errors';
import { AzureUnreadableAnswerError } from './errors';
import { rbacAction } from './rbacAction';

/**
 * Says in our words what the SDK says about an answer that it cannot parse. The SDK's own message repeats the answer.
 *
 * @internal
 */
export const unreadableAnswerPolicy: PipelinePolicy = {
  name: 'posternUnreadableAnswer',
  sendRequest: async (request, next) => {
    try {
      return await next(request);
    } catch (error) {
      if (!isError(error) || error.code !== 'PARSE_ERROR') throw error;
      throw new AzureUnreadableAnswerError({
        action: rbacAction(request.method, request.url),
        reason: 'its JSON is cut off or broken',
      });
    }
  },
};
