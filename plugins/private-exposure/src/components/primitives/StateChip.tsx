import type { ComponentType } from 'react';
import Chip from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';
import type { SvgIconProps } from '@material-ui/core/SvgIcon';

/** How good or bad a state is. Never the only sign: an icon and a word stand beside the colour. @internal */
export type Tone = 'good' | 'waiting' | 'warning' | 'bad' | 'neutral';

const useStyles = makeStyles(
  theme => ({
    root: {
      margin: 0,
      maxWidth: '100%',
      // A long one takes two lines where a table is short of room.
      height: 'auto',
      minHeight: 24,
      color: theme.palette.text.primary,
      backgroundColor: 'transparent',
    },
    good: { '& $icon': { color: theme.palette.status.ok } },
    waiting: { '& $icon': { color: theme.palette.primary.main } },
    warning: { '& $icon': { color: theme.palette.status.warning } },
    bad: {
      borderColor: theme.palette.status.error,
      '& $icon': { color: theme.palette.status.error },
    },
    neutral: { '& $icon': { color: theme.palette.text.secondary } },
    icon: { flex: 'none' },
    label: {
      whiteSpace: 'normal',
      padding: theme.spacing(0.25, 1),
      lineHeight: 1.4,
    },
  }),
  { name: 'PrivateExposureStateChip' },
);

/**
 * A state in an icon and a word.
 *
 * @internal
 */
export function StateChip(props: {
  icon: ComponentType<SvgIconProps>;
  tone: Tone;
  label: string;
}) {
  const classes = useStyles();
  const { icon: Icon, tone, label } = props;
  return (
    <Chip
      size="small"
      variant="outlined"
      label={label}
      icon={<Icon aria-hidden />}
      className={classes[tone]}
      classes={{
        root: classes.root,
        icon: classes.icon,
        label: classes.label,
      }}
    />
  );
}
