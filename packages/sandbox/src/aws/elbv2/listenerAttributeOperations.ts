import { Operation, operation } from '../server/Operation';
import { required } from '../server/required';
import { fromAttributes, toAttributes } from './attributes';
import * as shapes from './shapes/listenerShapes';

const describe = operation(
  'DescribeListenerAttributes',
  {
    input: shapes.describeListenerAttributesInput,
    output: shapes.describeListenerAttributesOutput,
  },
  ({ world, scope }, input) => {
    const listener = world.listeners.getListener(
      scope,
      required(input.ListenerArn, 'ListenerArn'),
    );
    return { Attributes: toAttributes(listener.attributes) };
  },
);

const modify = operation(
  'ModifyListenerAttributes',
  {
    input: shapes.modifyListenerAttributesInput,
    output: shapes.modifyListenerAttributesOutput,
  },
  ({ world, scope }, input) => {
    const listener = world.listeners.modifyAttributes(
      scope,
      required(input.ListenerArn, 'ListenerArn'),
      fromAttributes(required(input.Attributes, 'Attributes')),
    );
    return { Attributes: toAttributes(listener.attributes) };
  },
);

/** Attributes of listeners. @internal */
export const listenerAttributeOperations: Operation[] = [describe, modify];
