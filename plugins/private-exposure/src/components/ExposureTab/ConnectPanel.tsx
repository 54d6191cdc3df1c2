import { useState } from 'react';
import Tab from '@material-ui/core/Tab';
import Tabs from '@material-ui/core/Tabs';
import Typography from '@material-ui/core/Typography';
import type { ConnectInstructions } from '@postern/backstage-plugin-private-exposure-common';
import { useId } from '../../hooks/useId';
import { useTexts } from '../../hooks/useTexts';
import { CodeBlock } from '../primitives/CodeBlock';
import { Panel } from '../primitives/Panel';

/**
 * What a consumer runs to connect, ready to copy.
 *
 * @internal
 */
export function ConnectPanel(props: { connect: ConnectInstructions }) {
  const t = useTexts();
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
      <CodeBlock text={shown.text} what={shown.title} tabPanelId={id} />
    </Panel>
  );
}
