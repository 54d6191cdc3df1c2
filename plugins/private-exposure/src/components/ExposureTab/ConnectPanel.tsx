import { useState } from 'react';
import Tab from '@material-ui/core/Tab';
import Tabs from '@material-ui/core/Tabs';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ConnectInstructions } from '@postern/backstage-plugin-private-exposure-common';
import { useId } from '../../hooks/useId';
import { useTexts } from '../../hooks/useTexts';
import { CopyButton } from '../primitives/CopyButton';
import { Panel } from '../primitives/Panel';

const useStyles = makeStyles(
  theme => ({
    snippet: { position: 'relative' },
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
  { name: 'PrivateExposureConnectPanel' },
);

/**
 * What a consumer runs to connect, ready to copy.
 *
 * @internal
 */
export function ConnectPanel(props: { connect: ConnectInstructions }) {
  const t = useTexts();
  const classes = useStyles();
  const { snippets } = props.connect;
  const [title, setTitle] = useState(snippets[0]?.title);
  const id = useId('snippet');
  // The snippets can change under the reader; then the first one is shown.
  const shown =
    snippets.find(snippet => snippet.title === title) ?? snippets[0];
  if (!shown) return null;
  return (
    <Panel title={t('connect.title')}>
      <Typography variant="body2" color="textSecondary">
        {t('connect.description')}
      </Typography>
      <Tabs
        value={shown.title}
        onChange={(_, next: string) => setTitle(next)}
        indicatorColor="primary"
        textColor="inherit"
        aria-label={t('connect.title')}
      >
        {snippets.map(snippet => (
          <Tab
            key={snippet.title}
            value={snippet.title}
            label={snippet.title}
            aria-controls={id}
          />
        ))}
      </Tabs>
      <div className={classes.snippet}>
        <div
          id={id}
          role="tabpanel"
          tabIndex={0}
          aria-label={shown.title}
          className={classes.scroll}
        >
          <pre className={classes.code}>
            <code>{shown.text}</code>
          </pre>
        </div>
        <div className={classes.copy}>
          <CopyButton text={shown.text} what={shown.title} />
        </div>
      </div>
    </Panel>
  );
}
