import { useMemo } from 'react';
import Typography from '@material-ui/core/Typography';
import {
  takesConnections,
  type Connection,
  type ExposureDetail,
} from '@postern/backstage-plugin-private-exposure-common';
import { useTexts, type Texts } from '../../hooks/useTexts';
import { ConnectionConsumer } from '../primitives/ConnectionConsumer';
import { ConnectionEndpoint } from '../primitives/ConnectionEndpoint';
import { ConnectionStateCell } from '../primitives/ConnectionStateCell';
import { DataTable, type Column } from '../primitives/DataTable';
import { LastDecision } from '../primitives/LastDecision';
import { Panel } from '../primitives/Panel';
import { RelativeTime } from '../primitives/RelativeTime';
import { VerdictButtons } from '../primitives/VerdictButtons';

/**
 * Who is connected or wants to be, with what can be decided.
 *
 * @internal
 */
export function ConnectionsPanel(props: { exposure: ExposureDetail }) {
  const t = useTexts();
  const { exposure } = props;
  const { connections, connectionsTotal } = exposure;
  const title = takesConnections(exposure.kind)
    ? t('connections.title')
    : t('connections.ownTitle');
  const columns = useMemo(() => connectionColumns(exposure, t), [exposure, t]);
  return (
    <Panel
      title={title}
      aside={
        connections.length < connectionsTotal && (
          <Typography variant="body2" color="textSecondary">
            {t('connections.shown', {
              shown: String(connections.length),
              total: String(connectionsTotal),
            })}
          </Typography>
        )
      }
    >
      <DataTable
        caption={`${title}: ${exposure.name}`}
        columns={columns}
        items={connections}
        empty={t('connections.empty')}
      />
    </Panel>
  );
}

function connectionColumns(
  exposure: ExposureDetail,
  t: Texts,
): Column<Connection>[] {
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
      render: connection => (
        <ConnectionEndpoint connection={connection} withRegion />
      ),
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
      id: 'decision',
      title: t('connections.lastDecision'),
      render: ({ decision }) => <LastDecision decision={decision} />,
    },
    {
      id: 'actions',
      title: t('common.actions'),
      isPinned: true,
      render: connection => (
        <VerdictButtons connection={connection} exposure={exposure} />
      ),
    },
  ];
}
