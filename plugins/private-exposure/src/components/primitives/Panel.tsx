import type { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useId } from '../../hooks/useId';

const useStyles = makeStyles(
  theme => ({
    root: { minWidth: 0 },
    header: {
      display: 'flex',
      alignItems: 'center',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      marginBottom: theme.spacing(1),
    },
    actions: { marginLeft: 'auto' },
    title: { fontSize: theme.typography.h6.fontSize, marginBottom: 0 },
  }),
  { name: 'PrivateExposurePanel' },
);

/**
 * A titled part of a page, found as a region by screen readers.
 *
 * @internal
 */
export function Panel(props: {
  title: string;
  /** Beside the title. */
  aside?: ReactNode;
  /** At the end of the title's line. */
  actions?: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  const classes = useStyles();
  const id = useId('panel');
  return (
    <section
      aria-labelledby={id}
      className={`${classes.root} ${props.className ?? ''}`}
    >
      <div className={classes.header}>
        <Typography
          id={id}
          variant="h6"
          component="h3"
          className={classes.title}
        >
          {props.title}
        </Typography>
        {props.aside}
        {props.actions && (
          <div className={classes.actions}>{props.actions}</div>
        )}
      </div>
      {props.children}
    </section>
  );
}
