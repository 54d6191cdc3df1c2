import { AwsFault } from '../../world';
import { ProtocolName } from '../wire/protocol';
import { Caller, CredentialStore } from './CredentialStore';
import { isSignatureValid, SignatureHeader, SignedRequest } from './signature';

/** EC2 has one code for all bad credentials, with status 401. */
function refusal(protocol: ProtocolName, code: string, message: string) {
  return protocol === 'ec2'
    ? new AwsFault(
        'AuthFailure',
        'AWS was not able to validate the provided access credentials',
        401,
      )
    : new AwsFault(code, message, 403);
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
    throw refusal(
      protocol,
      'InvalidClientTokenId',
      'The security token included in the request is invalid.',
    );
  }
  if (!isSignatureValid(request, header, known.secretAccessKey)) {
    throw refusal(
      protocol,
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method.',
    );
  }
  if (known.expiresAt !== undefined && known.expiresAt <= Date.now()) {
    throw protocol === 'ec2'
      ? new AwsFault('RequestExpired', 'Request has expired.')
      : new AwsFault(
          'ExpiredToken',
          'The security token included in the request is expired',
          403,
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
