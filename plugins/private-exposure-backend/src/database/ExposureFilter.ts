/**
 * What a permission policy lets a caller see, to be pushed into SQL. A list that is empty matches nothing.
 *
 * @remarks
 * `consumerAccountIn` matches an exposure that has a connection from one of the accounts; in a listing of connections
 * it matches the connection's own account.
 *
 * @internal
 */
export type ExposureCriteria =
  | { allOf: ExposureCriteria[] }
  | { anyOf: ExposureCriteria[] }
  | { not: ExposureCriteria }
  | { ownerIn: string[] }
  | { entityRefIn: string[] }
  | { scopeIdIn: string[] }
  | { kindIn: string[] }
  | { consumerAccountIn: string[] };
