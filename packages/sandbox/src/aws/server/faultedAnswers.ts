import { Fault } from '../../faults';
import { replaceStates } from '../../faults/replaceStates';

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

/** The same answer with every state replaced by the fault's word. @internal */
export function applyStateWord(fault: Fault, value: unknown): unknown {
  const { effect } = fault;
  return effect.type === 'state-word'
    ? replaceStates(value, STATE_MEMBERS, effect.word)
    : value;
}
