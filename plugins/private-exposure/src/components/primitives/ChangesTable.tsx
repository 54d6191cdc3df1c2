import { useMemo } from 'react';
import { Link } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { Change } from '@postern/backstage-plugin-private-exposure-common';
import { useTexts, type Texts } from '../../hooks/useTexts';
import { DataTable, type Column } from './DataTable';
import { Freshness } from './Freshness';
import { changeLooks } from './looks';
import { RelativeTime } from './RelativeTime';
import { StateChip } from './StateChip';

/**
 * Pull requests, with their state on the Git host.
 *
 * @internal
 */
export function ChangesTable(props: {
  changes: readonly Change[];
  /** Say which entity each is for. */
  withEntity?: boolean;
}) {
  const t = useTexts();
  const { changes, withEntity = false } = props;
  const columns = useMemo(() => {
    const all = changeColumns(t);
    return withEntity ? all : all.filter(column => column.id !== 'entity');
  }, [t, withEntity]);
  return (
    <DataTable
      caption={t('tab.changesTitle')}
      columns={columns}
      items={changes}
      empty={t('changes.empty')}
    />
  );
}

function changeColumns(t: Texts): Column<Change>[] {
  return [
    {
      id: 'title',
      title: t('changes.title'),
      render: ({ title, url }) => <Link to={url}>{title}</Link>,
    },
    {
      id: 'entity',
      title: t('changes.entity'),
      render: ({ entityRef }) => <EntityRefLink entityRef={entityRef} />,
    },
    {
      id: 'purpose',
      title: t('changes.purpose'),
      render: ({ purpose }) => t(`changePurpose.${purpose}`),
    },
    {
      id: 'state',
      title: t('changes.state'),
      render: ({ state, source }) => (
        <>
          <StateChip
            {...changeLooks[state]}
            label={t(`changeState.${state}`)}
          />
          {source && source.state !== 'fresh' && (
            <div>
              <Freshness source={source} />
            </div>
          )}
        </>
      ),
    },
    {
      id: 'opened',
      title: t('changes.opened'),
      render: ({ openedAt }) => <RelativeTime at={openedAt} />,
    },
    {
      id: 'openedBy',
      title: t('changes.openedBy'),
      render: ({ openedBy }) =>
        openedBy ? (
          <EntityRefLink entityRef={openedBy} defaultKind="user" hideIcon />
        ) : (
          '–'
        ),
    },
    {
      id: 'ended',
      title: t('changes.ended'),
      render: ({ endedAt }) => (endedAt ? <RelativeTime at={endedAt} /> : '–'),
    },
  ];
}
