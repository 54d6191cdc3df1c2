import { integer, text, timestamp, queryStructure } from '../../wire/shapes';

/** Wire names of `AssumeRoleRequest`. @internal */
export const assumeRoleRequest = queryStructure({
  RoleArn: text,
  RoleSessionName: text,
  Policy: text,
  DurationSeconds: integer,
  ExternalId: text,
});

/** Wire names of `Credentials`. @internal */
export const credentials = queryStructure({
  AccessKeyId: text,
  SecretAccessKey: text,
  SessionToken: text,
  Expiration: timestamp,
});

/** Wire names of `AssumedRoleUser`. @internal */
export const assumedRoleUser = queryStructure({
  AssumedRoleId: text,
  Arn: text,
});

/** Wire names of `AssumeRoleResponse`. @internal */
export const assumeRoleResponse = queryStructure({
  Credentials: credentials,
  AssumedRoleUser: assumedRoleUser,
  PackedPolicySize: integer,
});

/** Wire names of `GetCallerIdentityRequest`. @internal */
export const getCallerIdentityRequest = queryStructure({});

/** Wire names of `GetCallerIdentityResponse`. @internal */
export const getCallerIdentityResponse = queryStructure({
  UserId: text,
  Account: text,
  Arn: text,
});
