import { useCallback, useMemo } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { UnclaimedTotals as Totals } from '@postern/backstage-plugin-private-exposure-common';
import { privateExposureApiRef } from '../../api/privateExposureApiRef';
import { useLanguage } from '../../hooks/useLanguage';
import { useLiveQuery } from '../../hooks/useLiveQuery';
import { useTexts } from '../../hooks/useTexts';
import { ExportButton } from './ExportButton';
import { toUnclaimedQuery, type UnclaimedFilter } from './unclaimedQuery';
import { useMoney } from './useMoney';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'flex-start',
      justifyContent: 'space-between',
      gap: theme.spacing(1, 2),
      marginBottom: theme.spacing(1),
    },
    // Room for its two lines before they are there, or the table would jump.
    text: { minHeight: '3em', flex: '1 1 20em' },
  }),
  { name: 'PrivateExposureUnclaimedTotals' },
);

/**
 * How much the filters select, over all pages, what that costs, and a way to take it all along.
 *
 * @internal
 */
export function UnclaimedTotals(props: {
  filters: Partial<Record<UnclaimedFilter, string>>;
}) {
  const t = useTexts();
  const classes = useStyles();
  const api = useApi(privateExposureApiRef);
  const asked = JSON.stringify(props.filters);
  const selection = useMemo(() => toUnclaimedQuery(JSON.parse(asked)), [asked]);
  const query = useLiveQuery({
    load: useCallback(
      (signal: AbortSignal) => {
        const { order: _order, ...filters } = selection;
        return api.getUnclaimedTotals(filters, { signal });
      },
      [api, selection],
    ),
    keepWhileChanging: true,
  });
  return (
    <div className={classes.root}>
      <div className={classes.text}>
        {query.type === 'ready' && <Sum totals={query.value} />}
        {query.type === 'failed' && (
          <Typography variant="body2">
            {t('unclaimed.totalsFailed', { message: query.failure.message })}
          </Typography>
        )}
      </div>
      <ExportButton query={selection} />
    </div>
  );
}

function Sum(props: { totals: Totals }) {
  const t = useTexts();
  const locale = useLanguage();
  const money = useMoney();
  const { count, byKind, cost, unpriced, exportLimit } = props.totals;
  const number = (value: number) => value.toLocaleString(locale);
  const parts = [
    t('unclaimed.total', { count, number: number(count) }),
    cost && t('unclaimed.totalCost', money(cost)),
    cost &&
      unpriced > 0 &&
      t('unclaimed.unpriced', { count: unpriced, number: number(unpriced) }),
    count > exportLimit &&
      t('unclaimed.exportCapped', { number: number(exportLimit) }),
  ];
  return (
    <>
      <Typography variant="body2">
        {parts.filter(Boolean).join(' · ')}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {byKind
          .map(each => `${t(`kind.${each.kind}`)}: ${number(each.count)}`)
          .join(' · ')}
      </Typography>
    </>
  );
}
