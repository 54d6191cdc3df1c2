import { CustomErrorBase } from '@backstage/errors';

/**
 * The cloud answered, and the answer was no: nothing has changed there. Its message is shown to the person who decided.
 *
 * @public
 */
export class DecisionRefusedError extends CustomErrorBase {
  name = 'DecisionRefusedError' as const;
}
