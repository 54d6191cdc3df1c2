import { stringifyEntityRef } from '@backstage/catalog-model';
import { AnalyticsContext } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import type { EntityExposures } from '@postern/backstage-plugin-private-exposure-common';
import { useEntityExposures } from '../../hooks/useEntityExposures';
import { DecisionProvider } from '../DecisionDialog';
import { QueryFace } from '../primitives/QueryFace';
import { ChangesPanel } from './ChangesPanel';
import { ConflictNotices, UnresolvedNotices } from './ClaimNotices';
import { EmptyTab } from './EmptyTab';
import { ExposureProgress } from './ExposureProgress';
import { ExposureSection } from './ExposureSection';
import { SourcesPanel } from './SourcesPanel';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(3),
    },
  }),
  { name: 'PrivateExposureTab' },
);

/**
 * The tab of the entity page: everything about the entity's exposures.
 *
 * @internal
 */
export function EntityExposureTab() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const query = useEntityExposures(entityRef);
  const refresh = query.type === 'ready' ? query.refresh : undefined;
  return (
    <AnalyticsContext attributes={{ pluginId: 'private-exposure', entityRef }}>
      <DecisionProvider onDecided={() => refresh?.()}>
        <QueryFace query={query} lines={12} onPaper>
          {value => <TabView value={value} onChanged={() => refresh?.()} />}
        </QueryFace>
      </DecisionProvider>
    </AnalyticsContext>
  );
}

function TabView(props: { value: EntityExposures; onChanged: () => void }) {
  const classes = useStyles();
  const { value, onChanged } = props;
  const { exposures, changes, conflicts, unresolved = [], sources } = value;
  // A change is on its way until an exposure came out of it; a closed one leads nowhere.
  const underway = changes.filter(
    change =>
      change.purpose === 'expose' &&
      change.state !== 'closed' &&
      !change.exposureId,
  );
  const pending = exposures.length === 0 ? underway.slice(0, 1) : [];
  const isEmpty = exposures.length + pending.length + conflicts.length === 0;
  return (
    <div className={classes.root}>
      <ConflictNotices conflicts={conflicts} />
      {isEmpty && <EmptyTab unresolved={unresolved} sources={sources} />}
      <UnresolvedNotices unresolved={unresolved} />
      {pending.map(change => (
        <ExposureProgress key={change.id} change={change} />
      ))}
      {exposures.map(exposure => (
        <ExposureSection
          key={exposure.id}
          exposure={exposure}
          onChanged={onChanged}
        />
      ))}
      {changes.length > 0 && <ChangesPanel changes={changes} />}
      {sources.length > 0 && <SourcesPanel sources={sources} />}
    </div>
  );
}
