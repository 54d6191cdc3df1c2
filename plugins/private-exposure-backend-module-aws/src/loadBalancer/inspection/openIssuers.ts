import type { JsonObject, JsonValue } from '@backstage/types';

const PROVIDER = ':oidc-provider/';

/**
 * The identity providers of which a trust policy lets any service account in: no condition on the token's `sub`, or one
 * with a wildcard in the namespace or the name.
 *
 * @remarks
 * IAM sends the document percent-encoded (IAM API, Role). Only `StringLike` and its kin read wildcards.
 *
 * @param document - A role's trust policy.
 * @internal
 */
export function openIssuers(document: string | undefined): string[] {
  if (!document) return [];
  const policy: JsonObject = JSON.parse(decodeURIComponent(document));
  const issuers = listOf(policy.Statement).flatMap(statement =>
    isObject(statement) ? openIssuersOf(statement) : [],
  );
  return [...new Set(issuers)];
}

function openIssuersOf(statement: JsonObject): string[] {
  const { Effect, Action, Principal, Condition } = statement;
  if (Effect !== 'Allow' || !isObject(Principal)) return [];
  const assumes = listOf(Action).some(action =>
    /^(\*|sts:\*|sts:AssumeRoleWithWebIdentity)$/i.test(String(action)),
  );
  if (!assumes) return [];
  return listOf(Principal.Federated).flatMap(provider => {
    const [, issuer] = String(provider).split(PROVIDER);
    return issuer && !isBound(issuer, Condition) ? [issuer] : [];
  });
}

/** Whether one condition is enough to leave single service accounts only: conditions are met all together. */
function isBound(issuer: string, condition: JsonValue | undefined): boolean {
  if (!isObject(condition)) return false;
  return Object.entries(condition).some(([operator, tests]) => {
    const subjects = subjectsOf(issuer, tests);
    if (subjects.length === 0 || /IfExists$/i.test(operator)) return false;
    if (/(^|:)StringEquals(IgnoreCase)?$/i.test(operator)) return true;
    return (
      /(^|:)StringLike$/i.test(operator) &&
      subjects.every(subject =>
        /^system:serviceaccount:[^*?:]+:[^*?:]+$/.test(subject),
      )
    );
  });
}

function subjectsOf(issuer: string, tests: JsonValue | undefined): string[] {
  if (!isObject(tests)) return [];
  return Object.entries(tests).flatMap(([key, value]) =>
    key.toLowerCase() === `${issuer}:sub`.toLowerCase()
      ? listOf(value).map(String)
      : [],
  );
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Policies write a list of one as the one. */
function listOf(value: JsonValue | undefined): JsonValue[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
