import { AwsFault } from '../../world';
import { ProtocolName } from '../wire/protocol';
import { Caller, CredentialStore } from './CredentialStore';
import { isSignatureValid, SignatureHeader, SignedRequest } from './signature';

/** What the JSON protocols call the refusals of the others. */
const JSON_CODES: Readonly<Record<string, string>> = {
  InvalidClientTokenId: 'UnrecognizedClientException',
  SignatureDoesNotMatch: 'InvalidSignatureException',
  ExpiredToken: 'ExpiredTokenException',
  MissingAuthenticationToken: 'MissingAuthenticationTokenException',
};

function refusal(
  protocol: ProtocolName,
  code: string,
  message: string,
): AwsFault {
  if (protocol === 'json') return new AwsFault(JSON_CODES[code], message, 400);
  return new AwsFault(
    protocol === 'rest-json' ? JSON_CODES[code] : code,
    message,
    403,
  );
}

/** EC2 has codes of its own, and one for all bad credentials, with status 401. */
function badCredentials(
  protocol: ProtocolName,
  code: string,
  message: string,
): AwsFault {
  return protocol === 'ec2'
    ? new AwsFault(
        'AuthFailure',
        'AWS was not able to validate the provided access credentials',
        401,
      )
    : refusal(protocol, code, message);
}

/** The refusal of a request that nobody signed. @internal */
export function noSignature(protocol: ProtocolName): AwsFault {
  return refusal(
    protocol,
    'MissingAuthenticationToken',
    'Request is missing Authentication Token',
  );
}

/**
 * Finds out who signed a request.
 *
 * @throws AwsFault for unknown keys, wrong signatures and ended sessions.
 * @internal
 */
export function authenticate(options: {
  protocol: ProtocolName;
  request: SignedRequest;
  header: SignatureHeader;
  credentials: CredentialStore;
}): Caller {
  const { protocol, request, header } = options;
  const known = options.credentials.find(header.accessKeyId);
  const token = request.headers['x-amz-security-token'];
  if (!known || (known.sessionToken && known.sessionToken !== token)) {
    throw badCredentials(
      protocol,
      'InvalidClientTokenId',
      'The security token included in the request is invalid.',
    );
  }
  if (!isSignatureValid(request, header, known.secretAccessKey)) {
    throw badCredentials(
      protocol,
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method.',
    );
  }
  if (known.expiresAt !== undefined && known.expiresAt <= Date.now()) {
    throw protocol === 'ec2'
      ? new AwsFault('RequestExpired', 'Request has expired.')
      : refusal(
          protocol,
          'ExpiredToken',
          'The security token included in the request is expired',
        );
  }
  return known.caller;
}

/** Whether a caller may use an action such as `ec2:DescribeVpcs`. @internal */
export function isAllowed(caller: Caller, action: string): boolean {
  return !caller.deniedActions.some(denied =>
    denied.endsWith('*')
      ? action.startsWith(denied.slice(0, -1))
      : action === denied,
  );
}
