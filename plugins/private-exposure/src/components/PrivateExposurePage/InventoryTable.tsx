import { useMemo } from 'react';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import type {
  ExposurePage,
  ExposureSummary,
} from '@postern/backstage-plugin-private-exposure-common';
import type { PagedListing } from '../../hooks/usePagedListing';
import { useTexts, type Texts } from '../../hooks/useTexts';
import { describeConnectionCounts } from '../primitives/connectionCounts';
import { DataTable, type Column } from '../primitives/DataTable';
import { AttentionChips, ExposureChips } from '../primitives/ExposureChips';
import { Freshness } from '../primitives/Freshness';
import { NameAndKind } from '../primitives/NameAndKind';
import { Place } from '../primitives/Place';
import { RelativeTime } from '../primitives/RelativeTime';
import type { InventoryFilter } from './InventoryFilters';

/**
 * One page of exposures.
 *
 * @internal
 */
export function InventoryTable(props: {
  page: ExposurePage;
  listing: PagedListing<ExposurePage, InventoryFilter>;
  empty: string;
}) {
  const t = useTexts();
  const { page, listing, empty } = props;
  const columns = useMemo(() => inventoryColumns(t), [t]);
  return (
    <>
      {page.total !== undefined && page.items.length > 0 && (
        <Typography variant="body2" color="textSecondary">
          {t('inventory.total', { count: page.total })}
        </Typography>
      )}
      <DataTable
        caption={t('inventory.caption')}
        columns={columns}
        items={page.items}
        empty={empty}
        order={{
          value: listing.filters.order ?? 'name',
          onChange: order => listing.setFilter('order', order),
        }}
      />
    </>
  );
}

function inventoryColumns(t: Texts): Column<ExposureSummary>[] {
  return [
    {
      id: 'name',
      title: t('inventory.name'),
      minWidth: 130,
      orderBy: 'name',
      render: exposure => <NameAndKind exposure={exposure} />,
    },
    {
      id: 'entity',
      title: t('inventory.entity'),
      render: ({ entityRef }) =>
        entityRef ? (
          <EntityRefLink entityRef={entityRef} />
        ) : (
          t('common.unowned')
        ),
    },
    {
      id: 'state',
      title: t('inventory.state'),
      minWidth: 130,
      orderBy: 'health',
      render: exposure => <State exposure={exposure} />,
    },
    {
      id: 'waits',
      title: t('inventory.waits'),
      minWidth: 130,
      render: ({ attention }) =>
        attention.length ? <AttentionChips attention={attention} /> : '–',
    },
    {
      id: 'consumers',
      title: t('inventory.consumers'),
      render: exposure => describeConnectionCounts(exposure, t) ?? '–',
    },
    {
      id: 'scope',
      title: t('inventory.scope'),
      render: exposure => <Place exposure={exposure} />,
    },
    {
      id: 'observed',
      title: t('inventory.observed'),
      minWidth: 104,
      orderBy: 'observedAt',
      render: exposure => <Seen exposure={exposure} />,
    },
  ];
}

function State(props: { exposure: ExposureSummary }) {
  const { exposure } = props;
  return (
    <>
      <ExposureChips exposure={exposure} withAttention={false} />
      {exposure.health !== 'ok' && exposure.healthReason && (
        <Typography variant="body2">{exposure.healthReason}</Typography>
      )}
    </>
  );
}

function Seen(props: { exposure: ExposureSummary }) {
  const { source } = props.exposure;
  return source.state === 'fresh' && source.observedAt ? (
    <RelativeTime at={source.observedAt} />
  ) : (
    <Freshness source={source} compact />
  );
}
