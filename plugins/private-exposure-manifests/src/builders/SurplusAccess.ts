/**
 * Leave to ask for a connection, or to hear of connections, that a file gives beside what the intent says.
 *
 * @internal
 */
export interface SurplusAccess {
  kind: 'grant' | 'notification';
  /** Address or logical id of what gives it. */
  address: string;
  /** The principal's ARN, or the topic's; `undefined` where the file computes it. */
  value: string | undefined;
  line: number;
  /** Whether it stands as the builders write it for this service. Then it goes with the edit; else it stays, and is told. */
  isOurs: boolean;
}
