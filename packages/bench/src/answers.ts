/** What the bench reads of a scope, from `GET /v1/scopes`. @internal */
export interface Scope {
  /** Its id. */
  id: string;
  /** When it was seen whole, and how the last attempt went. */
  source: { state: string; observedAt?: string; error?: string };
  /** How long the last survey took. */
  durationSeconds?: number;
}
