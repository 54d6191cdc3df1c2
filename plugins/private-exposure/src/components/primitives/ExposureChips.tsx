import type {
  Attention,
  ExposureSummary,
} from '@postern/backstage-plugin-private-exposure-common';
import AttentionIcon from '@material-ui/icons/NotificationsActiveOutlined';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../hooks/useTexts';
import { healthLooks, lifecycleLooks } from './looks';
import { StateChip } from './StateChip';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5) },
  }),
  { name: 'PrivateExposureExposureChips' },
);

/**
 * The three parts of an exposure's state: lifecycle, health, and what waits for a person.
 *
 * @internal
 */
export function ExposureChips(props: {
  exposure: Pick<ExposureSummary, 'lifecycle' | 'health' | 'attention'>;
  /** Also say what waits; on by default. */
  withAttention?: boolean;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { exposure, withAttention = true } = props;
  const { lifecycle, health } = exposure;
  return (
    <span className={classes.root}>
      <StateChip
        {...lifecycleLooks[lifecycle]}
        label={t(`lifecycle.${lifecycle}`)}
      />
      {lifecycle !== 'gone' && (
        <StateChip {...healthLooks[health]} label={t(`health.${health}`)} />
      )}
      {withAttention &&
        exposure.attention.map(attention => (
          <AttentionChip key={attention} attention={attention} />
        ))}
    </span>
  );
}

/**
 * What waits for a person.
 *
 * @internal
 */
export function AttentionChips(props: { attention: readonly Attention[] }) {
  const classes = useStyles();
  return (
    <span className={classes.root}>
      {props.attention.map(attention => (
        <AttentionChip key={attention} attention={attention} />
      ))}
    </span>
  );
}

function AttentionChip(props: { attention: Attention }) {
  const t = useTexts();
  return (
    <StateChip
      icon={AttentionIcon}
      tone="waiting"
      label={t(`attention.${props.attention}`)}
    />
  );
}
