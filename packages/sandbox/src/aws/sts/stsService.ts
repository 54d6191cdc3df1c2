import { AwsFault, partitionOfRegion, Role } from '../../world';
import { Caller } from '../auth/CredentialStore';
import {
  Call,
  byAction,
  operation,
  ServiceDefinition,
} from '../server/Operation';
import { required } from '../server/required';
import {
  assumeRoleRequest,
  assumeRoleResponse,
  getCallerIdentityRequest,
  getCallerIdentityResponse,
} from './shapes/stsShapes';

const SESSION_SECONDS = { minimum: 900, maximum: 43_200 };

/** The role of an ARN if this caller may assume it. */
function findRole(
  call: Call,
  roleArn: string,
  externalId: string | undefined,
): { accountId: string; role: Role } {
  const match = /^arn:[a-z-]+:iam::(\d{12}):role\/(?:.*\/)?([^/]+)$/.exec(
    roleArn,
  );
  if (!match) {
    throw new AwsFault('ValidationError', `${roleArn} is invalid`);
  }
  const [, accountId, name] = match;
  const role = call.world.accounts.findAccount(accountId)?.roles.get(name);
  const isExternalIdRight = !role?.externalId || role.externalId === externalId;
  // The service does not tell a missing role from one that it may not assume.
  if (!role?.assumable || !isExternalIdRight) {
    throw new AwsFault(
      'AccessDenied',
      `User: ${call.caller.arn} is not authorized to perform: sts:AssumeRole on resource: ${roleArn}`,
      403,
    );
  }
  return { accountId, role };
}

function checkDuration(seconds: number): number {
  if (seconds < SESSION_SECONDS.minimum || seconds > SESSION_SECONDS.maximum) {
    throw new AwsFault(
      'ValidationError',
      `The value ${seconds} of DurationSeconds must be between ${SESSION_SECONDS.minimum} and ${SESSION_SECONDS.maximum}`,
    );
  }
  return seconds;
}

const assumeRole = operation(
  'AssumeRole',
  { input: assumeRoleRequest, output: assumeRoleResponse },
  (call, input) => {
    const roleArn = required(input.RoleArn, 'RoleArn');
    const sessionName = required(input.RoleSessionName, 'RoleSessionName');
    const duration =
      input.DurationSeconds === undefined
        ? call.world.timings.roleSession / 1000
        : checkDuration(input.DurationSeconds);
    const { accountId, role } = findRole(call, roleArn, input.ExternalId);
    const partition = partitionOfRegion(call.scope.region);
    const caller: Caller = {
      accountId,
      arn: `arn:${partition}:sts::${accountId}:assumed-role/${role.name}/${sessionName}`,
      userId: `AROA${accountId}POST:${sessionName}`,
      principalArn: roleArn,
      deniedActions: role.deniedActions,
    };
    const session = call.credentials.issueSession(caller, duration);
    return {
      Credentials: {
        AccessKeyId: session.accessKeyId,
        SecretAccessKey: session.secretAccessKey,
        SessionToken: session.sessionToken,
        Expiration: session.expiration,
      },
      AssumedRoleUser: { AssumedRoleId: caller.userId, Arn: caller.arn },
    };
  },
);

const getCallerIdentity = operation(
  'GetCallerIdentity',
  { input: getCallerIdentityRequest, output: getCallerIdentityResponse },
  ({ caller }) => ({
    UserId: caller.userId,
    Account: caller.accountId,
    Arn: caller.arn,
  }),
);

/** STS, as far as the sandbox plays it. @internal */
export const stsService: ServiceDefinition = {
  name: 'sts',
  protocol: 'query',
  version: '2011-06-15',
  xmlNamespace: 'https://sts.amazonaws.com/doc/2011-06-15/',
  throttled: { code: 'Throttling', message: 'Rate exceeded', status: 400 },
  denied: 'AccessDenied',
  operations: byAction([assumeRole, getCallerIdentity]),
};
