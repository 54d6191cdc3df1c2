import Box from '@material-ui/core/Box';
import { makeStyles } from '@material-ui/core/styles';
import { CopyButton } from './CopyButton';

const useStyles = makeStyles(
  theme => ({
    root: { position: 'relative' },
    scroll: {
      maxHeight: '24em',
      overflow: 'auto',
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.background.default,
    },
    code: {
      margin: 0,
      padding: theme.spacing(1.5, 6, 1.5, 1.5),
      fontFamily: 'Menlo, Consolas, monospace',
      fontSize: theme.typography.body2.fontSize,
    },
    copy: {
      position: 'absolute',
      top: theme.spacing(0.5),
      right: theme.spacing(1.5),
    },
  }),
  { name: 'PrivateExposureCodeBlock' },
);

/**
 * Lines to copy. They scroll, so they take focus for the keyboard.
 *
 * @internal
 */
export function CodeBlock(props: {
  text: string;
  /** What the lines are, in a word or two. */
  what: string;
  /** The id that tabs refer to, where tabs choose between several. */
  tabPanelId?: string;
}) {
  const classes = useStyles();
  const { text, what, tabPanelId } = props;
  return (
    <div className={classes.root}>
      <Box
        id={tabPanelId}
        role={tabPanelId ? 'tabpanel' : 'group'}
        tabIndex={0}
        aria-label={what}
        className={classes.scroll}
      >
        <pre className={classes.code}>
          <code>{text}</code>
        </pre>
      </Box>
      <div className={classes.copy}>
        <CopyButton text={text} what={what} />
      </div>
    </div>
  );
}
