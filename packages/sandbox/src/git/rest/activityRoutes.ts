import { Request, Router } from 'express';
import { InputError } from '@backstage/errors';
import { Activity, activityTypes } from '../ActivityLog';
import { presentUser } from './presentRepository';
import { Links } from './links';
import { pageOf, repositoryOf, RestContext, route } from './RestContext';

/** GitHub says 24 hours and 7 days of the first two. */
const PERIOD_DAYS = { day: 1, week: 7, month: 30, quarter: 90, year: 365 };
const DAY = 24 * 60 * 60 * 1000;

/** What GitHub knows and this host, without merge queues, never does. */
const KNOWN_TYPES: readonly string[] = [...activityTypes, 'merge_queue_merge'];

/**
 * Who moved which branch when (`GET /repos/{owner}/{repo}/activity`), with GitHub's filters and cursors.
 * @internal
 */
export function createActivityRoutes({ host, links }: RestContext): Router {
  const router = Router();
  router.get(
    '/repos/:owner/:repo/activity',
    route(async (request, response) => {
      const found = host.activities
        .list(repositoryOf(host, request))
        .filter(readFilter(request, host.now()));
      const direction = choose(request, 'direction', ['asc', 'desc']);
      if (direction === 'asc') found.reverse();
      const { items, link } = pageAround(found, request, links);
      if (link) response.setHeader('Link', link);
      response.json(items.map(activity => presentActivity(activity, links)));
    }),
  );
  return router;
}

function readFilter(
  request: Request,
  now: Date,
): (activity: Activity) => boolean {
  const type = choose(request, 'activity_type', KNOWN_TYPES);
  const period = choose(request, 'time_period', Object.keys(PERIOD_DAYS));
  const days = Object.entries(PERIOD_DAYS).find(([name]) => name === period);
  const since = days && now.getTime() - days[1] * DAY;
  const ref = textIn(request, 'ref');
  const actor = textIn(request, 'actor');
  return activity =>
    (ref === undefined ||
      activity.ref === ref ||
      activity.ref === `refs/heads/${ref}`) &&
    (actor === undefined || activity.actor === actor) &&
    (type === undefined || activity.type === type) &&
    (since === undefined || Date.parse(activity.timestamp) >= since);
}

/** A cursor is the id of an activity; GitHub's say nothing to clients either. */
function pageAround(found: Activity[], request: Request, links: Links) {
  const { limit } = pageOf(request);
  const after = positionOf(found, request, 'after');
  const before = positionOf(found, request, 'before');
  const start =
    before === undefined
      ? (after ?? -1) + 1
      : Math.max(before - limit, (after ?? -1) + 1);
  const end = Math.min(start + limit, before ?? found.length);
  const items = found.slice(start, end);
  const url = new URL(`${links.api}${request.path}`);
  const address = (cursor: 'before' | 'after', activity: Activity) => {
    const query = new URLSearchParams(request.url.split('?')[1]);
    query.delete('before');
    query.delete('after');
    query.set(cursor, String(activity.id));
    url.search = query.toString();
    return url.href;
  };
  const parts = [
    ...(start > 0 && items.length > 0
      ? [`<${address('before', items[0])}>; rel="prev"`]
      : []),
    ...(end < found.length && items.length > 0
      ? [`<${address('after', items[items.length - 1])}>; rel="next"`]
      : []),
  ];
  return { items, link: parts.join(', ') };
}

function positionOf(
  found: Activity[],
  request: Request,
  cursor: 'before' | 'after',
): number | undefined {
  const text = textIn(request, cursor);
  if (text === undefined) return undefined;
  const position = found.findIndex(({ id }) => String(id) === text);
  if (position !== -1) return position;
  throw new InputError(`'${cursor}' must be a cursor from a Link header`);
}

function textIn(request: Request, field: string): string | undefined {
  const value = request.query[field];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function choose(
  request: Request,
  field: string,
  choices: readonly string[],
): string | undefined {
  const value = textIn(request, field);
  if (value === undefined || choices.includes(value)) return value;
  throw new InputError(`'${field}' must be one of ${choices.join(', ')}`);
}

function presentActivity(activity: Activity, links: Links) {
  const { id, ref, before, after, timestamp, type, actor } = activity;
  return {
    ...{ id, node_id: `PSH_${id}`, before, after, ref, timestamp },
    activity_type: type,
    actor: actor === undefined ? null : presentUser(actor, links),
  };
}
