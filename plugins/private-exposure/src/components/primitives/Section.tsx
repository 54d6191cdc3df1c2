import type { ReactNode } from 'react';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { Panel } from './Panel';

const useStyles = makeStyles(
  theme => ({ root: { padding: theme.spacing(3) } }),
  { name: 'PrivateExposureSectionPaper' },
);

/**
 * A titled part of a page on paper of its own.
 *
 * @internal
 */
export function Section(props: {
  title: string;
  /** Beside the title. */
  aside?: ReactNode;
  children: ReactNode;
}) {
  const classes = useStyles();
  return (
    <Paper className={classes.root}>
      <Panel {...props} />
    </Paper>
  );
}
