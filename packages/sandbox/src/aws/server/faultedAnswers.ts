import { Fault } from '../../faults';
import { replaceStates } from '../../faults/replaceStates';
import { FormTree, numberedChildren } from '../wire/FormTree';

/** Parameters that hold the ids an `Unsuccessful` list can name. */
const ID_PARAMETERS = [
  'VpcEndpointId',
  'ServiceId',
  'ConnectionNotificationId',
];

const STATE_MEMBERS = new Set(['ServiceState', 'VpcEndpointState', 'State']);

/** An answer in which nothing of what was asked for has worked. @internal */
export function unsuccessfulAnswer(fault: Fault, form: FormTree): unknown {
  const { effect } = fault;
  if (effect.type !== 'unsuccessful') return {};
  const ids = ID_PARAMETERS.map(name => form.children.get(name))
    .map(node => (node ? numberedChildren(node) : []))
    .find(children => children.length > 0);
  return {
    Unsuccessful: (ids ?? []).map(({ text }) => ({
      ResourceId: text,
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
