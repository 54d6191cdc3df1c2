import { AwsFault } from '../../world';
import { Codec, Incoming, WireRequest, WireService } from './Codec';
import { readJsonMembers, toJsonMembers } from './jsonValues';

const HEADERS = { 'content-type': 'application/x-amz-json-1.1' };

/**
 * The JSON 1.1 protocol: a header names the operation, and a fault names itself
 * in its body.
 *
 * @internal
 */
export const jsonCodec: Codec = {
  open,
  success: (_frame, operation, value) => ({
    status: 200,
    headers: HEADERS,
    body: JSON.stringify(toJsonMembers(operation.output, toRecord(value))),
  }),
  fault: (_frame, fault) => ({
    status: fault.status,
    headers: HEADERS,
    body: JSON.stringify({ __type: fault.code, message: fault.message }),
  }),
};

function open(service: WireService, request: WireRequest): Incoming {
  const target = [request.headers['x-amz-target']].flat()[0] ?? '';
  const action = target.split('.').pop() ?? '';
  const find = () => {
    const operation = service.operations.get(action);
    if (operation) return operation;
    throw new AwsFault(
      'UnknownOperationException',
      `The sandbox does not play the operation '${action}'`,
    );
  };
  return {
    action,
    operation: find,
    read: () =>
      readJsonMembers(find().input, toRecord(parseJson(request.body))),
  };
}

/**
 * Parses a body; an empty one is an empty object.
 *
 * @throws AwsFault `SerializationException` for what is no JSON.
 * @internal
 */
export function parseJson(body: string): unknown {
  if (body === '') return {};
  try {
    return JSON.parse(body);
  } catch (error) {
    throw new AwsFault('SerializationException', String(error));
  }
}

/** A value as an object, empty for what is none. @internal */
export function toRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
