import { toError } from '@backstage/errors';
import type { SurveyPage } from '@postern/backstage-plugin-private-exposure-node';
import { isCredentialsError } from '../clients/errors';
import type { AwsKind, SurveyContext } from './AwsKind';
import { awsKinds } from './awsKinds';
import { ServedLoadBalancers } from './ServedLoadBalancers';
import { SurveyIncompleteError } from './SurveyIncompleteError';

/**
 * Surveys the kinds of a scope, one after the other. A kind that cannot be listed, such as for lack of a permission, does
 * not hide the others: they are listed all the same, and the survey ends with its error. So a scope of which a part was
 * not listed never counts as complete, and nothing in it is called gone.
 *
 * @throws the error of the kind that failed, or SurveyIncompleteError if several did.
 * @internal
 */
export async function* surveyKinds(
  context: Omit<SurveyContext, 'served'>,
  kinds: readonly AwsKind[] = awsKinds,
): AsyncGenerator<SurveyPage> {
  const survey = { ...context, served: new ServedLoadBalancers() };
  const errors: unknown[] = [];
  for (const kind of kinds) {
    if (!context.scope.kinds.includes(kind.name)) continue;
    try {
      yield* kind.survey(survey);
    } catch (error) {
      context.signal.throwIfAborted();
      // Nothing in an account that cannot be entered can be listed.
      if (isCredentialsError(error)) throw error;
      errors.push(error);
    }
  }
  const messages = new Set(errors.map(error => toError(error).message));
  if (messages.size > 1) throw new SurveyIncompleteError(errors);
  if (errors.length > 0) throw errors[0];
}
