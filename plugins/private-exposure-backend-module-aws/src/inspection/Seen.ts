/** Something that was looked at, or that nobody let us look at. Never a guess. @internal */
export type Seen<Value> =
  | { type: 'seen'; value: Value }
  | { type: 'unseen'; blind: BlindSpot };

/** Why something could not be looked at. @internal */
export interface BlindSpot {
  /** The IAM action that is missing; without one, something else went wrong. */
  action?: string;
  /** The account that could not be looked into. */
  accountId: string;
  /** What AWS said, for a person. */
  message: string;
}
