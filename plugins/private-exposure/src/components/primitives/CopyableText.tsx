import { makeStyles } from '@material-ui/core/styles';
import { Breakable } from './Breakable';
import { CopyButton } from './CopyButton';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      // Beside the first line of a long value.
      alignItems: 'flex-start',
      maxWidth: '100%',
      gap: theme.spacing(0.5),
    },
    text: {
      fontFamily: 'Menlo, Consolas, monospace',
      fontSize: theme.typography.body2.fontSize,
      overflowWrap: 'anywhere',
      paddingTop: 3,
    },
  }),
  { name: 'PrivateExposureCopyableText' },
);

/**
 * A technical value with a button that copies it.
 *
 * @internal
 */
export function CopyableText(props: { text: string; what: string }) {
  const classes = useStyles();
  return (
    <span className={classes.root}>
      <code className={classes.text}>
        <Breakable text={props.text} />
      </code>
      <CopyButton {...props} />
    </span>
  );
}
