import type { ReactNode } from 'react';
import { withStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';

// On paper, because secondary text is too pale on the page's own background.
const PaperAlert = withStyles(
  theme => ({
    root: { backgroundColor: theme.palette.background.paper },
    message: { minWidth: 0, overflowWrap: 'anywhere' },
  }),
  { name: 'PrivateExposureNotice' },
)(Alert);

/**
 * Something to know, in a frame.
 *
 * @internal
 */
export function Notice(props: {
  severity: 'success' | 'info' | 'warning' | 'error';
  /** `alert` interrupts a screen reader, for what just went wrong. `note` is simply there; the default. */
  role?: 'alert' | 'note';
  action?: ReactNode;
  children: ReactNode;
}) {
  return (
    <PaperAlert variant="outlined" {...props} role={props.role ?? 'note'} />
  );
}
