import { parseEntityRef } from '@backstage/catalog-model';
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { shortenIds } from '@postern/backstage-plugin-private-exposure-common';
import type { StateChange } from '../database/StateChange';
import { entityTabPath } from './entityTabPath';

/** What owners are told about. */
type News = 'connection-waiting' | 'domain' | 'health-lost' | 'health-restored';

/** Changes about one exposure that an owner reads as one piece of news. @internal */
export interface OwnerNews {
  /** What they are about. */
  news: News;
  /** Whose exposure it is. */
  entityRef: string;
  /** In the order that they came. */
  changes: StateChange[];
}

/**
 * What of some changes needs a person, put together for each exposure.
 *
 * @remarks The first survey of a scope finds everything at once, and what is still being made has lost nothing; that is no
 * news.
 *
 * @internal
 */
export function selectNews(changes: readonly StateChange[]): OwnerNews[] {
  const selected = new Map<string, OwnerNews>();
  for (const change of changes) {
    const news = newsOf(change);
    const { entityRef, exposureId, initial } = change;
    if (!news || !entityRef || initial) continue;
    const key = `${news} ${entityRef} ${exposureId}`;
    const entry = selected.get(key) ?? { news, entityRef, changes: [] };
    entry.changes.push(change);
    selected.set(key, entry);
  }
  return [...selected.values()];
}

function newsOf({ type, from, to }: StateChange): News | undefined {
  switch (type) {
    case 'connection-appeared':
    case 'connection-state-changed':
      return to === 'pending' ? 'connection-waiting' : undefined;
    case 'domain-changed':
      return to === 'verified' || to === 'failed' ? 'domain' : undefined;
    case 'health-changed':
      if (to === 'failing' || to === 'degraded') return 'health-lost';
      return to === 'ok' && from !== 'unknown' ? 'health-restored' : undefined;
    default:
      return undefined;
  }
}

/**
 * A notification to the owner of the entity, whoever caused the news left out.
 *
 * @param tabPath - where the app has put the entity's tab, see {@link entityTabPath}
 * @internal
 */
export function toOwnerNotification(
  { news, entityRef, changes }: OwnerNews,
  tabPath: string,
): NotificationSendOptions {
  const last = changes[changes.length - 1];
  const actors = changes.flatMap(({ actor }) =>
    actor?.startsWith('user:') ? [actor] : [],
  );
  return {
    recipients: {
      type: 'entity',
      entityRef,
      excludeEntityRef: actors.length > 0 ? actors : undefined,
    },
    payload: {
      title: titleOf(news, entityRef, changes),
      description: last.message && shortenIds(last.message),
      link: entityTabPath(tabPath, entityRef),
      severity: news === 'health-lost' || isFailed(last) ? 'high' : 'normal',
      topic: 'private-exposure',
      // The next one about the same replaces it: a flapping target fills no inbox.
      scope: `private-exposure:${news.replace(/-(lost|restored)$/, '')}:${
        last.exposureId
      }`,
    },
  };
}

function titleOf(
  news: News,
  entityRef: string,
  changes: readonly StateChange[],
): string {
  const { name } = parseEntityRef(entityRef);
  const last = changes[changes.length - 1];
  switch (news) {
    case 'connection-waiting':
      return changes.length === 1
        ? `A consumer waits to connect to ${name}`
        : `${changes.length} consumers wait to connect to ${name}`;
    case 'domain':
      return isFailed(last)
        ? `The domain name of ${name} could not be verified`
        : `The domain name of ${name} is verified`;
    case 'health-lost':
      return last.to === 'failing'
        ? `Private traffic to ${name} fails`
        : `Private traffic to ${name} is impaired`;
    default:
      return `Private traffic to ${name} works`;
  }
}

function isFailed(change: StateChange): boolean {
  return change.type === 'domain-changed' && change.to === 'failed';
}
