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
  return issuersThat(document, (issuer, condition) =>
    isBound(issuer, condition) ? [] : [issuer],
  );
}

/**
 * The identity providers of which a trust policy takes a token for any audience: no condition on its `aud`.
 *
 * @param document - A role's trust policy.
 * @internal
 */
export function issuersForAnyAudience(document: string | undefined): string[] {
  return issuersThat(document, (issuer, condition) =>
    testsOf(condition).some(
      ([operator, tests]) =>
        /(^|:)String(Equals|EqualsIgnoreCase|Like)$/i.test(operator) &&
        valuesOf(`${issuer}:aud`, tests).some(value => value !== '*'),
    )
      ? []
      : [issuer],
  );
}

/**
 * What a trust policy says of the token's `sub`, such as `system:serviceaccount:<namespace>:<name>`.
 *
 * @param document - A role's trust policy.
 * @internal
 */
export function trustedSubjects(document: string | undefined): string[] {
  return issuersThat(document, (issuer, condition) =>
    testsOf(condition).flatMap(([, tests]) => valuesOf(`${issuer}:sub`, tests)),
  );
}

/** Asks about each identity provider whose tokens a statement takes, and the condition that is on them. */
function issuersThat(
  document: string | undefined,
  ask: (issuer: string, condition: JsonValue | undefined) => string[],
): string[] {
  if (!document) return [];
  const policy: JsonObject = JSON.parse(decodeURIComponent(document));
  const answers = listOf(policy.Statement).flatMap(statement =>
    isObject(statement)
      ? issuersOf(statement).flatMap(issuer => ask(issuer, statement.Condition))
      : [],
  );
  return [...new Set(answers)];
}

function issuersOf(statement: JsonObject): string[] {
  const { Effect, Action, Principal } = statement;
  if (Effect !== 'Allow' || !isObject(Principal)) return [];
  const assumes = listOf(Action).some(action =>
    /^(\*|sts:\*|sts:AssumeRoleWithWebIdentity)$/i.test(String(action)),
  );
  if (!assumes) return [];
  return listOf(Principal.Federated).flatMap(provider => {
    const [, issuer] = String(provider).split(PROVIDER);
    return issuer ? [issuer] : [];
  });
}

/** Whether one condition is enough to leave single service accounts only: conditions are met all together. */
function isBound(issuer: string, condition: JsonValue | undefined): boolean {
  return testsOf(condition).some(([operator, tests]) => {
    const subjects = valuesOf(`${issuer}:sub`, tests);
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

/** The operators of a condition, each with what it tests. */
function testsOf(condition: JsonValue | undefined) {
  return isObject(condition) ? Object.entries(condition) : [];
}

function valuesOf(wanted: string, tests: JsonValue | undefined): string[] {
  if (!isObject(tests)) return [];
  return Object.entries(tests).flatMap(([key, value]) =>
    key.toLowerCase() === wanted.toLowerCase() ? listOf(value).map(String) : [],
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
