import { CustomErrorBase, toError } from '@backstage/errors';

/**
 * Several kinds of a scope could not be listed.
 *
 * @internal
 */
export class SurveyIncompleteError extends CustomErrorBase {
  name = 'SurveyIncompleteError' as const;

  constructor(causes: readonly unknown[]) {
    const messages = causes.map(cause => toError(cause).message);
    super([...new Set(messages)].join('; '), causes[0]);
  }
}
