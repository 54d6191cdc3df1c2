import Typography from '@material-ui/core/Typography';
import type { Scope } from '@postern/backstage-plugin-private-exposure-common';
import { useTexts } from '../../hooks/useTexts';
import { Freshness } from '../primitives/Freshness';
import { sourceLooks } from '../primitives/looks';
import { Section } from '../primitives/Section';
import { StateChip } from '../primitives/StateChip';
import { useListStyles } from '../primitives/useListStyles';

/**
 * Where what the tab shows comes from, and what can't be seen now and why.
 *
 * @internal
 */
export function SourcesPanel(props: { sources: readonly Scope[] }) {
  const t = useTexts();
  const classes = useListStyles();
  return (
    <Section title={t('tab.sourcesTitle')}>
      <ul className={classes.list}>
        {props.sources.map(({ id, title, source }) => (
          <li key={id}>
            <Typography variant="body1" component="span">
              {title}
            </Typography>{' '}
            <StateChip
              {...sourceLooks[source.state]}
              label={t(`sourceState.${source.state}`)}
            />
            <div>
              <Freshness source={source} />
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
