import { Codec } from './Codec';
import { parseJson, toRecord } from './jsonCodec';
import { readJson, readJsonMembers, toJson, toJsonMembers } from './jsonValues';
import { openRest, RestBodies, writeRest } from './restCodec';

const bodies: RestBodies = {
  contentType: 'application/json',

  read(shape, body) {
    const member = shape.payload && shape.members[shape.payload];
    if (!shape.payload || !member) {
      return readJsonMembers(shape, toRecord(parseJson(body)));
    }
    if (body === '') return {};
    const isJson = ['structure', 'document'].includes(member.shape.type);
    return {
      [shape.payload]: isJson
        ? readJson(member.shape, parseJson(body), shape.payload)
        : body,
    };
  },

  write({ output }, value) {
    const member = output.payload && output.members[output.payload];
    if (!output.payload || !member) {
      return JSON.stringify(toJsonMembers(output, value));
    }
    const part = value[output.payload];
    if (part === undefined) return '';
    const isJson = ['structure', 'document'].includes(member.shape.type);
    return isJson ? JSON.stringify(toJson(member.shape, part)) : String(part);
  },
};

/** The REST JSON protocol: a fault names itself in a header. @internal */
export const restJsonCodec: Codec = {
  open: (service, request) => openRest(bodies, service, request),
  success: ({ service }, operation, value) =>
    writeRest(bodies, operation, { value, xmlNamespace: service.xmlNamespace }),
  fault: (_frame, fault) => ({
    status: fault.status,
    headers: {
      'content-type': bodies.contentType,
      'x-amzn-errortype': fault.code,
    },
    body: JSON.stringify({ message: fault.message }),
  }),
};
