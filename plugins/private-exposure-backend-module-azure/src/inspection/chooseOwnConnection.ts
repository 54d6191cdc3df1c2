import { toRegion } from '../mapping/toSurveyedConnection';
import type { FrontDoorPrivateLink } from '../survey/FrontDoor';
import { asked } from '../survey/surveyFrontDoors';

/** What tells whose a connection is, and how it stands. @internal */
export interface OwnConnectionTraits {
  /** `Pending`, `Approved`, … */
  status: string;
  /** The text that came with it. */
  description?: string;
  /** Region of its endpoint, where Azure says. */
  region?: string;
}

/** What a decision is still open for, then what is up, then what may be; what is over comes last. */
const ranks: Readonly<Record<string, number>> = {
  pending: 3,
  approved: 2,
  rejected: 0,
  disconnected: 0,
  timeout: 0,
};

/**
 * Front Door's own connection among those of what its origin leads to; `undefined` if none carries its text.
 *
 * @remarks
 * One that was rejected or lost stays in the list with the same text after Front Door has asked anew, so that the one that
 * waits counts first. Azure says of no connection when it was made; of two that stand alike, the last in the list counts.
 * One whose region is known to be another than the origin's is another origin's.
 *
 * @internal
 */
export function chooseOwnConnection<Connection>(
  link: FrontDoorPrivateLink,
  connections: readonly Connection[],
  traitsOf: (connection: Connection) => OwnConnectionTraits,
): Connection | undefined {
  const region = link.location && toRegion(link.location);
  let chosen: { connection: Connection; rank: number } | undefined;
  for (const connection of connections) {
    const traits = traitsOf(connection);
    const isElsewhere =
      region !== undefined &&
      traits.region !== undefined &&
      toRegion(traits.region) !== region;
    if (isElsewhere || !asked(link, traits.description)) continue;
    const rank = ranks[traits.status.toLowerCase()] ?? 1;
    if (!chosen || rank >= chosen.rank) chosen = { connection, rank };
  }
  return chosen?.connection;
}
