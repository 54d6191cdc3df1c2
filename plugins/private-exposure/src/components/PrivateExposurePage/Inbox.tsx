import { useCallback, useMemo } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type {
  ConnectionPage,
  InboxConnection,
} from '@postern/backstage-plugin-private-exposure-common';
import { privateExposureApiRef } from '../../api/privateExposureApiRef';
import { usePagedListing } from '../../hooks/usePagedListing';
import { useTexts, type Texts } from '../../hooks/useTexts';
import { DecisionProvider } from '../DecisionDialog';
import { ConnectionEndpoint } from '../primitives/ConnectionEndpoint';
import { ConnectionStateCell } from '../primitives/ConnectionStateCell';
import { ConnectionConsumer } from '../primitives/ConnectionConsumer';
import { DataTable, type Column } from '../primitives/DataTable';
import { RelativeTime } from '../primitives/RelativeTime';
import { VerdictButtons } from '../primitives/VerdictButtons';
import { ExposureName } from './ExposureName';
import { InboxFilters, type InboxFilter } from './InboxFilters';
import { Listing } from './Listing';
import { readWord, words } from './options';

const filterNames: readonly InboxFilter[] = [
  'state',
  'consumerAccount',
  'scopeId',
];
const defaults = { state: 'pending' };

/**
 * Connections over all accounts and clouds; those that wait for a decision, unless somebody asks for others.
 *
 * @internal
 */
export function Inbox() {
  const t = useTexts();
  const api = useApi(privateExposureApiRef);
  const listing = usePagedListing<InboxConnection, ConnectionPage, InboxFilter>(
    {
      filterNames,
      defaults,
      loadPage: useCallback(
        ({ state, ...query }, signal) =>
          api.listConnections(
            { ...query, state: readWord(words.connectionStates, state) },
            { signal },
          ),
        [api],
      ),
    },
  );
  const { query, filters, setFilter } = listing;
  const columns = useMemo(() => inboxColumns(t), [t]);
  const isWaitingOnly =
    filters.state === 'pending' && !filters.consumerAccount && !filters.scopeId;
  return (
    <DecisionProvider
      onDecided={() => query.type === 'ready' && query.refresh()}
    >
      <Listing
        listing={listing}
        filters={<InboxFilters filters={filters} setFilter={setFilter} />}
      >
        {page => (
          <DataTable
            caption={t('inbox.caption')}
            columns={columns}
            items={page.items}
            empty={isWaitingOnly ? t('inbox.empty') : t('inbox.emptyFiltered')}
          />
        )}
      </Listing>
    </DecisionProvider>
  );
}

function inboxColumns(t: Texts): Column<InboxConnection>[] {
  return [
    {
      id: 'consumer',
      title: t('connections.consumer'),
      render: connection => <ConnectionConsumer connection={connection} />,
    },
    {
      id: 'endpoint',
      title: t('connections.endpoint'),
      minWidth: 150,
      render: connection => <ConnectionEndpoint connection={connection} />,
    },
    {
      id: 'service',
      title: t('connections.service'),
      render: ({ exposure }) => <ExposureName exposure={exposure} />,
    },
    {
      id: 'region',
      title: t('connections.region'),
      render: ({ consumer, exposure }) =>
        consumer.region ?? exposure.region ?? '–',
    },
    {
      id: 'state',
      title: t('connections.state'),
      render: connection => <ConnectionStateCell connection={connection} />,
    },
    {
      id: 'asked',
      title: t('connections.asked'),
      render: ({ createdAt, firstSeenAt }) => (
        <RelativeTime at={createdAt ?? firstSeenAt} />
      ),
    },
    {
      id: 'actions',
      title: t('common.actions'),
      isPinned: true,
      render: connection => (
        <VerdictButtons
          connection={connection}
          exposure={connection.exposure}
        />
      ),
    },
  ];
}
