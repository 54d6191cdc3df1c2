import Typography from '@material-ui/core/Typography';
import type { Scope } from '@postern/backstage-plugin-private-exposure-common';
import { useTexts } from '../../hooks/useTexts';
import { sourceLooks } from '../primitives/looks';
import { RelativeTime } from '../primitives/RelativeTime';
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
  const isAnyUnseen = props.sources.some(
    ({ source }) => source.state !== 'fresh',
  );
  return (
    <Section title={t('tab.sourcesTitle')}>
      {isAnyUnseen && (
        <Typography variant="body2" gutterBottom>
          {t('tab.sourcesUnseen')}
        </Typography>
      )}
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
            {source.error && (
              <Typography variant="body2">{source.error}</Typography>
            )}
            <Typography variant="body2" color="textSecondary">
              {source.observedAt
                ? t('common.observed', {
                    time: <RelativeTime at={source.observedAt} />,
                  })
                : t('common.neverObserved')}
            </Typography>
          </li>
        ))}
      </ul>
    </Section>
  );
}
