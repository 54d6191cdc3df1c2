import { makeStyles } from '@material-ui/core/styles';
import type { Change } from '@postern/backstage-plugin-private-exposure-common';
import { useTexts } from '../../hooks/useTexts';
import { ChangeFindings } from './ChangeFindings';
import { ChangesTable } from '../primitives/ChangesTable';
import { Section } from '../primitives/Section';

const useStyles = makeStyles(
  theme => ({
    findings: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(1),
      '&:not(:empty)': { marginTop: theme.spacing(1.5) },
    },
  }),
  { name: 'PrivateExposureChangesPanel' },
);

/**
 * The pull requests that templates opened for the entity.
 *
 * @internal
 */
export function ChangesPanel(props: { changes: readonly Change[] }) {
  const t = useTexts();
  const classes = useStyles();
  return (
    <Section title={t('tab.changesTitle')}>
      <ChangesTable changes={props.changes} />
      <div className={classes.findings}>
        {props.changes.map(change => (
          <ChangeFindings key={change.id} change={change} />
        ))}
      </div>
    </Section>
  );
}
