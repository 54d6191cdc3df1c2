import type { Finding } from '@postern/backstage-plugin-private-exposure-common';
import type { InspectionTarget } from '@postern/backstage-plugin-private-exposure-node';

/** What a rule that holds for every cloud looks at. @internal */
export interface BackendRuleInput {
  /** The exposure and its connections. */
  target: InspectionTarget;
  /** When each connection began to wait, by native id. */
  waitingSince: ReadonlyMap<string, Date>;
  /** How long a connection may wait, in milliseconds. */
  pendingLimit: number;
  /** The present. */
  now: Date;
}

/** A live rule that needs no cloud. @internal */
export type BackendRule = (input: BackendRuleInput) => Finding[];
