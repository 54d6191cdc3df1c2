import { CustomErrorBase } from '@backstage/errors';

/**
 * The cloud answered, and the answer was no: nothing has changed there. Its message is shown to the person who decided.
 *
 * @public
 */
export class DecisionRefusedError extends CustomErrorBase {
  name = 'DecisionRefusedError' as const;
}

/**
 * The cloud is busy with another change and did not take the call: nothing has changed there, and the same call can be
 * made again later.
 *
 * @public
 */
export class CloudBusyError extends CustomErrorBase {
  name = 'CloudBusyError' as const;
}
