import { AwsFault } from '../../world';
import { faultBody, successBody } from './answers';
import { Codec, Incoming, WireRequest, WireService } from './Codec';
import { parseForm } from './FormTree';
import { FormProtocolName } from './protocol';
import { readRequest, unknownParameters } from './readRequest';

const HEADERS = { 'content-type': 'text/xml;charset=UTF-8' };

/** The protocols whose requests are forms and whose answers are XML. @internal */
export function createFormCodec(protocol: FormProtocolName): Codec {
  return {
    open: (service, request) => open(protocol, service, request),
    success: (frame, operation, value) => ({
      status: 200,
      headers: HEADERS,
      body: successBody(
        { ...frame, protocol, xmlNamespace: frame.service.xmlNamespace },
        operation.output,
        value,
      ),
    }),
    fault: (frame, fault) => ({
      status: fault.status,
      headers: HEADERS,
      body: faultBody(
        { ...frame, protocol, xmlNamespace: frame.service.xmlNamespace },
        fault,
      ),
    }),
  };
}

function open(
  protocol: FormProtocolName,
  service: WireService,
  request: WireRequest,
): Incoming {
  const form = parseForm(request.body);
  const action = form.children.get('Action')?.text ?? '';
  const version = form.children.get('Version')?.text;
  const find = () => {
    const operation = service.operations.get(action);
    if (!operation || version !== service.version) {
      const reason = operation
        ? `not valid in version ${version}; the sandbox plays version ${service.version}`
        : 'not valid for this web service; the sandbox does not play it';
      throw new AwsFault('InvalidAction', `The action ${action} is ${reason}.`);
    }
    return operation;
  };
  return {
    action,
    operation: find,
    read: () => {
      const { input } = find();
      const [unknown] = unknownParameters(protocol, input, form).filter(
        name => name !== 'Action' && name !== 'Version',
      );
      if (unknown && protocol === 'ec2') {
        throw new AwsFault(
          'UnknownParameter',
          `The parameter ${unknown} is not recognized`,
        );
      }
      return readRequest(protocol, input, form);
    },
  };
}
