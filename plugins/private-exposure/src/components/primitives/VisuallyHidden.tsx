import type { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  {
    root: {
      position: 'absolute',
      width: 1,
      height: 1,
      margin: -1,
      padding: 0,
      overflow: 'hidden',
      clip: 'rect(0 0 0 0)',
      whiteSpace: 'nowrap',
      border: 0,
    },
  },
  { name: 'PrivateExposureVisuallyHidden' },
);

/**
 * Text for screen readers only; with a `role`, a live region.
 *
 * @internal
 */
export function VisuallyHidden(props: {
  children?: ReactNode;
  role?: 'status' | 'alert';
}) {
  const classes = useStyles();
  return (
    <span className={classes.root} role={props.role}>
      {props.children}
    </span>
  );
}
