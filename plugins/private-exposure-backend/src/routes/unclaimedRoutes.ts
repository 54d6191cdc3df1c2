import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { audited } from '../audit/audited';
import type { ApiRouter } from '../schema/createTypedRouter';
import type { RouteDeps } from './RouteDeps';

/** What no entity claims. @internal */
export function addUnclaimedRoutes(router: ApiRouter, deps: RouteDeps): void {
  const { httpAuth, unclaimed } = deps;

  router.get('/v1/unclaimed', async (req, res) => {
    const meta = { queryType: 'unclaimed' };
    const event = { eventId: 'exposure-fetch', request: req, meta } as const;
    const page = await audited(deps, event, async () =>
      unclaimed.list(req.query, {
        credentials: await httpAuth.credentials(req),
      }),
    );
    res.json(page);
  });

  router.get('/v1/unclaimed/totals', async (req, res) => {
    const meta = { queryType: 'unclaimed-totals' };
    const event = { eventId: 'exposure-fetch', request: req, meta } as const;
    const totals = await audited(deps, event, async () =>
      unclaimed.totals(req.query, {
        credentials: await httpAuth.credentials(req),
      }),
    );
    res.json(totals);
  });

  router.get('/v1/unclaimed/export', async (req, res) => {
    const event = {
      eventId: 'exposure-fetch',
      severityLevel: 'medium',
      request: req,
      meta: { queryType: 'unclaimed-export', filter: { ...req.query } },
    } as const;
    // The event closes once the last row is on its way, with how many there were.
    await audited(deps, event, async note => {
      const credentials = await httpAuth.credentials(req);
      const csv = await unclaimed.export(req.query, { credentials, note });
      // What fails before the first row is an answer of its own; later, the connection breaks off, so that nobody takes a
      // part for the whole.
      const first = await csv.next();
      res.attachment('unclaimed.csv');
      await pipeline(Readable.from(startingWith(first, csv)), res);
    });
  });
}

async function* startingWith(
  first: IteratorResult<string>,
  rest: AsyncIterable<string>,
): AsyncGenerator<string> {
  if (first.done) return;
  yield first.value;
  yield* rest;
}
