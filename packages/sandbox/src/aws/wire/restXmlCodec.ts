import { faultBody } from './answers';
import { Codec } from './Codec';
import { parseXml, readElement, readXmlValue } from './readXml';
import { openRest, RestBodies, writeRest } from './restCodec';
import { StructureShape } from './shapes';
import { writeDocument } from './writeXml';

const bodies: RestBodies = {
  contentType: 'text/xml;charset=UTF-8',

  read(shape, body) {
    const member = shape.payload && shape.members[shape.payload];
    if (!shape.payload || !member) {
      return readElement(bodyMembers(shape), parseXml(body));
    }
    if (body === '') return {};
    const isElement = member.shape.type === 'structure';
    return {
      [shape.payload]: isElement
        ? readXmlValue(member.shape, parseXml(body))
        : body,
    };
  },

  write({ action, output }, value, xmlNamespace) {
    const member = output.payload && output.members[output.payload];
    if (!output.payload || !member) {
      const isEmpty = Object.keys(bodyMembers(output).members).length === 0;
      if (isEmpty) return '';
      const uri = xmlNamespace;
      return writeDocument(
        { name: `${action}Response`, shape: bodyMembers(output) },
        value,
        { uri },
      );
    }
    const part = value[output.payload];
    if (part === undefined) return '';
    if (member.shape.type !== 'structure') return String(part);
    return writeDocument(
      { name: member.wireName, shape: member.shape },
      part,
      member.xmlNamespace ?? { uri: xmlNamespace },
    );
  },
};

/** The REST XML protocol. @internal */
export const restXmlCodec: Codec = {
  open: (service, request) => openRest(bodies, service, request),
  success: ({ service }, operation, value) =>
    writeRest(bodies, operation, { value, xmlNamespace: service.xmlNamespace }),
  fault: (frame, fault) => ({
    status: fault.status,
    headers: { 'content-type': bodies.contentType },
    body: faultBody(
      {
        protocol: 'query',
        xmlNamespace: frame.service.xmlNamespace,
        requestId: frame.requestId,
      },
      fault,
    ),
  }),
};

function bodyMembers(shape: StructureShape): StructureShape {
  return {
    ...shape,
    members: Object.fromEntries(
      Object.entries(shape.members).filter(([, { location }]) => !location),
    ),
  };
}
