import type { BenchWorld } from './BenchWorld';
import { measureInTurns } from './loadGenerator';
import { milliseconds } from './milliseconds';
import { progress } from './progress';
import { TOKEN } from './settings';
import { median, type Row } from './table';

/**
 * What nobody claims, one in eight of the store, against the inventory: a page each in turns. The other orders and the
 * totals are told beside it.
 *
 * @internal
 */
export async function measureUnclaimed(
  world: BenchWorld,
  api: string,
): Promise<Row> {
  progress('Unclaimed and inventory in turns');
  const page = (path: string) => ({
    name: path,
    request: () => ({ url: `${world.url}${api}/${path}` }),
  });
  const [inventory, unclaimed, byAge, byCost, totals] = [
    page('exposures?limit=50'),
    page('unclaimed?limit=50'),
    page('unclaimed?limit=50&order=-createdAt'),
    page('unclaimed?limit=50&order=-cost'),
    page('unclaimed/totals'),
  ];
  const targets = [inventory, unclaimed, byAge, byCost, totals];
  const times = await measureInTurns({
    token: TOKEN,
    rounds: 4,
    requestsPerRound: 100,
    concurrency: 2,
    targets,
  });
  const half = ({ name }: { name: string }) => milliseconds(times[name], 0.5);
  const ratio = median(times[unclaimed.name]) / median(times[inventory.name]);
  return {
    what: 'What nobody claims, against the inventory',
    measured: `${ratio.toFixed(2)} ×`,
    limit: '1.2 ×',
    holds: ratio <= 1.2,
    detail: `50 exposures a page, p50 ${half(unclaimed)} against ${half(
      inventory,
    )}; by age ${half(byAge)}, by cost ${half(byCost)}, the totals ${half(
      totals,
    )}`,
  };
}
