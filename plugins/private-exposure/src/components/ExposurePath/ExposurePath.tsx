import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  audienceOf,
  type ExposureDetail,
} from '@postern/backstage-plugin-private-exposure-common';
import { useTexts } from '../../hooks/useTexts';
import { VisuallyHidden } from '../primitives/VisuallyHidden';
import { AudienceBox } from './AudienceBox';
import { HopBox } from './HopBox';
import { PathArrow } from './PathArrow';
import { toPathStages } from './pathStages';

const useStyles = makeStyles(
  theme => ({
    path: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))',
      rowGap: theme.spacing(2),
      listStyle: 'none',
      margin: 0,
      padding: theme.spacing(0.5),
      [theme.breakpoints.down('sm')]: {
        gridTemplateColumns: 'minmax(0, 1fr)',
        rowGap: 0,
      },
    },
    // A long one takes lines of about the same length, rather than a full one and a rest.
    long: {
      [theme.breakpoints.up('md')]: {
        gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))',
      },
    },
    stage: {
      display: 'flex',
      minWidth: 0,
      [theme.breakpoints.down('sm')]: { flexDirection: 'column' },
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

/** So many stages fit into one line of a laptop's page. */
const MOST_IN_A_LINE = 6;

/**
 * The way from those who come in to the service, drawn. It is an ordered list for those who do not see the drawing.
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
  const { name } = exposure;
  const label =
    audienceOf(exposure.kind) === 'consumers'
      ? t('path.label', { name })
      : t('path.labelClients', { name });
  return (
    <div role="group" aria-label={label}>
      <ol
        className={`${classes.path} ${
          total > MOST_IN_A_LINE ? classes.long : ''
        }`}
      >
        {!hasConsumers && (
          <li className={classes.stage}>
            <div className={classes.hops}>
              <AudienceBox exposure={exposure} />
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
    </div>
  );
}
