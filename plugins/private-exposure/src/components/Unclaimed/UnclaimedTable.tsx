import { useMemo } from 'react';
import Typography from '@material-ui/core/Typography';
import type {
  UnclaimedExposure,
  UnclaimedPage,
} from '@postern/backstage-plugin-private-exposure-common';
import type { PagedListing } from '../../hooks/usePagedListing';
import { useTexts, type Texts } from '../../hooks/useTexts';
import { Breakable } from '../primitives/Breakable';
import { describeConnectionCounts } from '../primitives/connectionCounts';
import { DataTable, type Column } from '../primitives/DataTable';
import { Freshness } from '../primitives/Freshness';
import { NameAndKind } from '../primitives/NameAndKind';
import { Place } from '../primitives/Place';
import { RelativeTime } from '../primitives/RelativeTime';
import { DraftButtons } from './DraftButtons';
import type { UnclaimedFilter } from './unclaimedQuery';
import { useMoney } from './useMoney';

/**
 * One page of what no entity claims.
 *
 * @internal
 */
export function UnclaimedTable(props: {
  page: UnclaimedPage;
  listing: PagedListing<UnclaimedPage, UnclaimedFilter>;
  empty: string;
}) {
  const t = useTexts();
  const { page, listing, empty } = props;
  const columns = useMemo(() => unclaimedColumns(t), [t]);
  return (
    <DataTable
      caption={t('unclaimed.caption')}
      columns={columns}
      items={page.items}
      empty={empty}
      order={{
        value: listing.filters.order ?? 'name',
        onChange: order => listing.setFilter('order', order),
      }}
    />
  );
}

function unclaimedColumns(t: Texts): Column<UnclaimedExposure>[] {
  return [
    {
      id: 'name',
      title: t('inventory.name'),
      minWidth: 130,
      orderBy: 'name',
      render: exposure => <NameAndKind exposure={exposure} />,
    },
    {
      id: 'exposes',
      title: t('unclaimed.exposes'),
      minWidth: 150,
      render: exposure => <Exposed exposure={exposure} />,
    },
    {
      id: 'created',
      title: t('unclaimed.created'),
      minWidth: 130,
      orderBy: 'createdAt',
      render: exposure => <Made exposure={exposure} />,
    },
    {
      id: 'managedBy',
      title: t('unclaimed.managedBy'),
      minWidth: 130,
      render: ({ provenance: { managedBy } }) =>
        managedBy ? <Breakable text={managedBy} /> : <Unknown />,
    },
    {
      id: 'cost',
      title: t('unclaimed.cost'),
      minWidth: 110,
      align: 'right',
      orderBy: 'cost',
      render: exposure => <Cost exposure={exposure} />,
    },
    {
      id: 'scope',
      title: t('inventory.scope'),
      minWidth: 110,
      render: exposure => <Source exposure={exposure} />,
    },
    {
      id: 'drafts',
      title: t('common.actions'),
      isPinned: true,
      minWidth: 110,
      render: exposure => <DraftButtons exposure={exposure} />,
    },
  ];
}

interface CellProps {
  exposure: UnclaimedExposure;
}

function Second(props: { children: React.ReactNode }) {
  return (
    <Typography variant="body2" color="textSecondary" component="div">
      {props.children}
    </Typography>
  );
}

/** Said in words: an empty cell would be read as "nobody". */
function Unknown() {
  const t = useTexts();
  return <Second>{t('unclaimed.unknown')}</Second>;
}

function Exposed({ exposure }: CellProps) {
  const t = useTexts();
  const counts = describeConnectionCounts(exposure, t);
  return (
    <>
      {exposure.address ? <Breakable text={exposure.address} /> : '–'}
      {counts && <Second>{counts}</Second>}
    </>
  );
}

function Made({ exposure }: CellProps) {
  const t = useTexts();
  const { provenance, firstSeenAt } = exposure;
  const { createdAt, createdBy } = provenance;
  if (!createdAt && !createdBy) {
    return (
      <>
        <Unknown />
        <SeenFirst at={firstSeenAt} />
      </>
    );
  }
  return (
    <>
      {createdAt && <RelativeTime at={createdAt} />}
      <div>
        {createdBy ? (
          t('unclaimed.by', { who: <Breakable key="who" text={createdBy} /> })
        ) : (
          <Second>{t('unclaimed.byUnknown')}</Second>
        )}
      </div>
      {!createdAt && <SeenFirst at={firstSeenAt} />}
    </>
  );
}

function SeenFirst({ at }: { at: string | undefined }) {
  const t = useTexts();
  if (!at) return null;
  const time = <RelativeTime key="time" at={at} />;
  return <Second>{t('unclaimed.seenFirst', { time })}</Second>;
}

function Cost({ exposure }: CellProps) {
  const t = useTexts();
  const money = useMoney();
  if (!exposure.cost) return <Second>{t('unclaimed.noPrice')}</Second>;
  const { perHour, per30Days } = money(exposure.cost);
  return (
    <>
      {t('unclaimed.perHour', { amount: perHour })}
      <Second>{t('unclaimed.per30Days', { amount: per30Days })}</Second>
    </>
  );
}

function Source({ exposure }: CellProps) {
  const { source } = exposure;
  return (
    <>
      <Place exposure={exposure} />
      {source.state !== 'fresh' && <Freshness source={source} compact />}
    </>
  );
}
