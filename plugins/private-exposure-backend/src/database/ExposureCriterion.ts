/**
 * What permission rules say about exposures, in words that can be pushed into SQL. Joined by the permission
 * framework's own `allOf`, `anyOf` and `not` (`PermissionCriteria`). A list that is empty matches nothing.
 *
 * @remarks
 * `consumer-account` matches an exposure that has a connection from one of the accounts; in a listing of connections
 * it matches the connection's own account.
 *
 * @internal
 */
export type ExposureCriterion =
  | { type: 'entity-owner'; ownerRefs: string[] }
  | { type: 'entity'; entityRefs: string[] }
  | { type: 'scope'; scopeIds: string[] }
  | { type: 'kind'; kinds: string[] }
  | { type: 'consumer-account'; accounts: string[] };
