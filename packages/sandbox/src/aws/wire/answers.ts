import { AwsFault } from '../../world';
import { FormProtocolName } from './protocol';
import { StructureShape } from './shapes';
import { escapeXml, writeMembers } from './writeXml';

const PROLOGUE = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** What an answer in XML is wrapped in. @internal */
export interface XmlFrame {
  protocol: FormProtocolName;
  action: string;
  xmlNamespace: string;
  requestId: string;
}

/**
 * The body of a success: EC2 puts the members beside the request id, the query
 * protocol into `<Action>Result`.
 *
 * @internal
 */
export function successBody(
  frame: XmlFrame,
  shape: StructureShape,
  value: unknown,
): string {
  const { protocol, action, xmlNamespace, requestId } = frame;
  const members = writeMembers(shape, value);
  const open = `<${action}Response xmlns="${escapeXml(xmlNamespace)}">`;
  const content =
    protocol === 'ec2'
      ? `<requestId>${requestId}</requestId>${members}`
      : `<${action}Result>${members}</${action}Result><ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata>`;
  return `${PROLOGUE}${open}${content}</${action}Response>`;
}

/** The body of a failure in the form of the protocol; REST XML has that of the query protocol. @internal */
export function faultBody(
  frame: Omit<XmlFrame, 'action'>,
  fault: AwsFault,
): string {
  const { protocol, xmlNamespace, requestId } = frame;
  const error = `<Code>${escapeXml(fault.code)}</Code><Message>${escapeXml(
    fault.message,
  )}</Message>`;
  if (protocol === 'ec2') {
    return `${PROLOGUE}<Response><Errors><Error>${error}</Error></Errors><RequestID>${requestId}</RequestID></Response>`;
  }
  const type = fault.status < 500 ? 'Sender' : 'Receiver';
  return `${PROLOGUE}<ErrorResponse xmlns="${escapeXml(
    xmlNamespace,
  )}"><Error><Type>${type}</Type>${error}</Error><RequestId>${requestId}</RequestId></ErrorResponse>`;
}
