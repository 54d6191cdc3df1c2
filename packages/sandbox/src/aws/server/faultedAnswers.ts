import { Fault } from '../../faults';
import { replaceStates } from '../../faults/replaceStates';
import { Operation } from './Operation';
import { withToken } from './paging';

/** Parameters that hold the ids an `Unsuccessful` list can name. */
const ID_PARAMETERS = [
  'VpcEndpointIds',
  'ServiceIds',
  'ConnectionNotificationIds',
];

const STATE_MEMBERS = new Set([
  'ServiceState',
  'VpcEndpointState',
  'State',
  'Status',
  'status',
]);

/** An answer in which nothing of what was asked for has worked. @internal */
export function unsuccessfulAnswer(
  fault: Fault,
  input: Record<string, unknown>,
): unknown {
  const { effect } = fault;
  if (effect.type !== 'unsuccessful') return {};
  const ids: unknown[] | undefined = ID_PARAMETERS.map(name => input[name])
    .filter(Array.isArray)
    .find(list => list.length > 0);
  return {
    Unsuccessful: (ids ?? []).map(id => ({
      ResourceId: id,
      Error: {
        Code: effect.code ?? 'InternalError',
        Message: effect.message ?? 'Injected by the sandbox',
      },
    })),
  };
}

/**
 * The same answer with every state replaced by the fault's word, or with a
 * token whatever the page.
 *
 * @internal
 */
export function changedAnswer(
  fault: Fault,
  value: unknown,
  asked: { input: Record<string, unknown>; operation: Operation },
): unknown {
  const { effect } = fault;
  if (effect.type === 'state-word') {
    return replaceStates(value, STATE_MEMBERS, effect.word);
  }
  if (effect.type !== 'token-on-every-page') return value;
  return withToken(
    { ...(value as object) },
    {
      input: asked.input,
      members: Object.keys(asked.operation.output.members),
    },
  );
}
