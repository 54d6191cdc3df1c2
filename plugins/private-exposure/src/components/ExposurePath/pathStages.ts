import type {
  Health,
  Hop,
} from '@postern/backstage-plugin-private-exposure-common';

/**
 * What stands side by side on a path: consumers, or target groups, of which one is enough to get through.
 *
 * @internal
 */
export interface PathStage {
  type: Hop['type'];
  hops: Hop[];
  health: Health;
  /** Traffic from the consumers gets here: no stage before it is failing. */
  isReached: boolean;
}

/**
 * Puts hops of the same type that follow one another into one stage, and says how far traffic gets.
 *
 * @internal
 */
export function toPathStages(hops: readonly Hop[]): PathStage[] {
  const stages: PathStage[] = [];
  for (const hop of hops) {
    const last = stages[stages.length - 1];
    if (last?.type === hop.type) last.hops.push(hop);
    else
      stages.push({
        type: hop.type,
        hops: [hop],
        health: 'unknown',
        isReached: true,
      });
  }
  let isReached = true;
  return stages.map(stage => {
    const health = stageHealth(stage.hops);
    const placed = { ...stage, health, isReached };
    isReached = isReached && health !== 'failing';
    return placed;
  });
}

/** Beside one that works, a broken hop degrades a stage; it takes all of them to break it. */
function stageHealth(hops: readonly Hop[]): Health {
  const healths = new Set(hops.map(hop => hop.health));
  if (healths.size === 1) return hops[0].health;
  return healths.has('failing') || healths.has('degraded')
    ? 'degraded'
    : 'unknown';
}
