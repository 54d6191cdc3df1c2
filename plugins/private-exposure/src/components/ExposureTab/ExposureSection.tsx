import Divider from '@material-ui/core/Divider';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import {
  takesConnections,
  type ExposureDetail,
} from '@postern/backstage-plugin-private-exposure-common';
import { useId } from '../../hooks/useId';
import { useTexts } from '../../hooks/useTexts';
import { ExposurePath } from '../ExposurePath';
import { Panel } from '../primitives/Panel';
import { ConnectPanel } from './ConnectPanel';
import { ConnectionsPanel } from './ConnectionsPanel';
import { DomainPanel } from './DomainPanel';
import { ExposureHeader } from './ExposureHeader';
import { FactsPanel } from './FactsPanel';
import { FindingsPanel } from './FindingsPanel';
import { GrantsPanel } from './GrantsPanel';
import { InspectionNote } from './InspectionNote';
import { LifecycleStepper } from './LifecycleStepper';
import { lifecycleSteps } from './lifecycleSteps';
import { TimelinePanel } from './TimelinePanel';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(3),
      padding: theme.spacing(3),
    },
    columns: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
      gap: theme.spacing(4),
      [theme.breakpoints.down('sm')]: {
        gridTemplateColumns: 'minmax(0, 1fr)',
      },
    },
    column: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(3),
    },
  }),
  { name: 'PrivateExposureSection' },
);

/**
 * One exposure of the entity, from its address to its history.
 *
 * @internal
 */
export function ExposureSection(props: {
  exposure: ExposureDetail;
  onChanged: () => void;
}) {
  const t = useTexts();
  const classes = useStyles();
  const id = useId('exposure');
  const { exposure, onChanged } = props;
  const { domain, connect, grants } = exposure;
  const isEntrance = takesConnections(exposure.kind);
  const progress = lifecycleSteps({ exposure });
  const isNew =
    progress.current !== 'live' &&
    exposure.lifecycle !== 'gone' &&
    exposure.lifecycle !== 'deleting';
  return (
    <Paper component="article" aria-labelledby={id} className={classes.root}>
      <ExposureHeader exposure={exposure} titleId={id} onChanged={onChanged} />
      {isNew && <LifecycleStepper {...progress} />}
      <Panel
        title={t('path.title')}
        aside={<InspectionNote exposure={exposure} />}
      >
        <ExposurePath exposure={exposure} />
      </Panel>
      {(isEntrance || exposure.connectionsTotal > 0) && (
        <>
          <Divider />
          <ConnectionsPanel exposure={exposure} />
        </>
      )}
      <Divider />
      <div className={classes.columns}>
        <div className={classes.column}>
          {domain && <DomainPanel exposure={exposure} domain={domain} />}
          <FindingsPanel exposure={exposure} />
          {(isEntrance || grants.length > 0) && (
            <GrantsPanel exposure={exposure} />
          )}
          <TimelinePanel exposure={exposure} />
        </div>
        <div className={classes.column}>
          {connect && <ConnectPanel connect={connect} />}
          {exposure.facts.length > 0 && <FactsPanel facts={exposure.facts} />}
        </div>
      </div>
    </Paper>
  );
}
