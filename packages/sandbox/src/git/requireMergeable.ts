import { ConflictError } from '@backstage/errors';
import { PullRequest } from './types';

/**
 * Refuses the merge of a pull request that is not open and ready, or whose head has moved.
 * @throws ConflictError with the reason.
 * @internal
 */
export function requireMergeable(
  pull: PullRequest,
  expectedHead: string | undefined,
) {
  if (pull.state === 'closed') {
    const state = pull.mergedAt ? 'merged' : 'closed';
    throw new ConflictError(`Pull request ${pull.number} is already ${state}`);
  }
  if (pull.isDraft) {
    throw new ConflictError(`Pull request ${pull.number} is still a draft`);
  }
  if (expectedHead !== undefined && expectedHead !== pull.headSha) {
    throw new ConflictError(
      'Head branch was modified. Review and try the merge again.',
    );
  }
}
