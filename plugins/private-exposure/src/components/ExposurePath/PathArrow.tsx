import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    root: {
      flex: 'none',
      alignSelf: 'center',
      width: 30,
      height: 24,
      color: theme.palette.text.secondary,
      [theme.breakpoints.down('sm')]: {
        transform: 'rotate(90deg)',
        margin: theme.spacing(0.75, 0),
      },
    },
    broken: { color: theme.palette.status.error },
  }),
  { name: 'PrivateExposurePathArrow' },
);

/**
 * From one stage to the next. Crossed out where the path breaks, dashed behind that. Decoration: the hops say the same
 * in words.
 *
 * @internal
 */
export function PathArrow(props: { isReached: boolean; isBroken: boolean }) {
  const classes = useStyles();
  const { isReached, isBroken } = props;
  return (
    <svg
      viewBox="0 0 36 24"
      className={`${classes.root} ${isBroken ? classes.broken : ''}`}
      aria-hidden
      focusable={false}
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
    >
      <path d="M4 12H30" strokeDasharray={isReached ? undefined : '3 4'} />
      <path d="M25 7l6 5l-6 5" />
      {isBroken && <path d="M9 6l10 12M19 6l-10 12" strokeWidth={2.5} />}
    </svg>
  );
}
