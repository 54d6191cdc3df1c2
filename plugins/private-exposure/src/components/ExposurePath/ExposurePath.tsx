import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ExposureDetail } from '@postern/backstage-plugin-private-exposure-common';
import { useTexts } from '../../hooks/useTexts';
import { VisuallyHidden } from '../primitives/VisuallyHidden';
import { ConsumersBox } from './ConsumersBox';
import { HopBox } from './HopBox';
import { PathArrow } from './PathArrow';
import { toPathStages } from './pathStages';

const useStyles = makeStyles(
  theme => ({
    path: {
      display: 'flex',
      alignItems: 'stretch',
      listStyle: 'none',
      margin: 0,
      padding: theme.spacing(0.5),
      [theme.breakpoints.down('sm')]: { flexDirection: 'column' },
    },
    stage: {
      display: 'flex',
      flex: '1 1 0',
      minWidth: 156,
      '&:first-child': { minWidth: 120 },
      [theme.breakpoints.down('sm')]: {
        flexDirection: 'column',
        flex: 'none',
      },
    },
    hops: {
      display: 'flex',
      flex: 1,
      flexDirection: 'column',
      gap: theme.spacing(1),
      minWidth: 0,
      // Boxes of one path are of one height, however much they have to say.
      '& > *': { flex: 1 },
    },
  }),
  { name: 'PrivateExposurePath' },
);

/**
 * The way from the consumers to the service, drawn. It is an ordered list for those who do not see the drawing.
 *
 * @internal
 */
export function ExposurePath(props: { exposure: ExposureDetail }) {
  const t = useTexts();
  const classes = useStyles();
  const { exposure } = props;
  const stages = toPathStages(exposure.hops);
  if (stages.length === 0) {
    return <Typography variant="body2">{t('path.empty')}</Typography>;
  }
  const hasConsumers = stages[0].type === 'connection';
  const total = stages.length + (hasConsumers ? 0 : 1);
  return (
    // What scrolls sideways must take focus, or the keyboard can't reach its end.
    <Box
      tabIndex={0}
      role="group"
      aria-label={t('path.label', { name: exposure.name })}
      style={{ overflowX: 'auto' }}
    >
      <ol className={classes.path}>
        {!hasConsumers && (
          <li className={classes.stage}>
            <div className={classes.hops}>
              <ConsumersBox counts={exposure.connectionCounts} />
            </div>
          </li>
        )}
        {stages.map((stage, index) => {
          const step = index + (hasConsumers ? 1 : 2);
          return (
            <li key={stage.hops[0].id} className={classes.stage}>
              <VisuallyHidden>
                {t('path.step', { step: String(step), total: String(total) })}
              </VisuallyHidden>
              {step > 1 && (
                <PathArrow
                  isReached={stage.isReached}
                  isBroken={stage.isReached && stage.health === 'failing'}
                />
              )}
              <div className={classes.hops}>
                {stage.hops.map(hop => (
                  <HopBox key={hop.id} hop={hop} isReached={stage.isReached} />
                ))}
              </div>
            </li>
          );
        })}
      </ol>
    </Box>
  );
}
