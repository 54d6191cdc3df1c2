import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ExposureSummary } from '@postern/backstage-plugin-private-exposure-common';
import { useTexts } from '../../hooks/useTexts';
import { describeConnectionCounts } from '../primitives/connectionCounts';
import { ExposureChips } from '../primitives/ExposureChips';
import { Freshness } from '../primitives/Freshness';
import { kindIcons } from '../primitives/looks';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'flex', gap: theme.spacing(1.5) },
    icon: { color: theme.palette.text.secondary, marginTop: 2 },
    text: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(0.5),
      minWidth: 0,
    },
    name: { fontWeight: 'bold' },
    wrap: { overflowWrap: 'anywhere' },
  }),
  { name: 'PrivateExposureLine' },
);

/**
 * One exposure in short: what it is, how it is, who is connected, what waits, as of when.
 *
 * @internal
 */
export function ExposureLine(props: { exposure: ExposureSummary }) {
  const t = useTexts();
  const classes = useStyles();
  const { exposure } = props;
  const Icon = kindIcons[exposure.kind];
  const place = [exposure.accountName ?? exposure.account, exposure.region]
    .filter(Boolean)
    .join(', ');
  const consumers = describeConnectionCounts(exposure, t);
  return (
    <div className={classes.root}>
      <Icon className={classes.icon} aria-hidden />
      <div className={classes.text}>
        <Typography variant="body1" className={classes.wrap}>
          <span className={classes.name}>{exposure.name}</span>
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {t(`kind.${exposure.kind}`)}
          {place && ` · ${place}`}
        </Typography>
        <ExposureChips exposure={exposure} />
        {exposure.health !== 'ok' && exposure.healthReason && (
          <Typography variant="body2" className={classes.wrap}>
            {exposure.healthReason}
          </Typography>
        )}
        {consumers && <Typography variant="body2">{consumers}</Typography>}
        <Freshness source={exposure.source} />
      </div>
    </div>
  );
}
