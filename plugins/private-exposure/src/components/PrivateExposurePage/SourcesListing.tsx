import { Fragment, useCallback, useMemo } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { Scope } from '@postern/backstage-plugin-private-exposure-common';
import { privateExposureApiRef } from '../../api/privateExposureApiRef';
import { useLiveQuery } from '../../hooks/useLiveQuery';
import { useTexts, type Texts } from '../../hooks/useTexts';
import { Breakable } from '../primitives/Breakable';
import { DataTable, type Column } from '../primitives/DataTable';
import { sourceLooks } from '../primitives/looks';
import { QueryFace } from '../primitives/QueryFace';
import { RelativeTime } from '../primitives/RelativeTime';
import { StateChip } from '../primitives/StateChip';

const useStyles = makeStyles(
  theme => ({ root: { padding: theme.spacing(2) } }),
  { name: 'PrivateExposureSources' },
);

/**
 * Every source: how fresh it is, why it failed, what a survey of it costs, and when it is next.
 *
 * @internal
 */
export function SourcesListing() {
  const t = useTexts();
  const classes = useStyles();
  const api = useApi(privateExposureApiRef);
  const columns = useMemo(() => sourceColumns(t), [t]);
  const query = useLiveQuery({
    load: useCallback(
      (signal: AbortSignal) => api.listScopes({ signal }),
      [api],
    ),
  });
  return (
    <Paper className={classes.root}>
      <QueryFace query={query} lines={5}>
        {scopes => (
          <DataTable
            caption={t('sources.caption')}
            columns={columns}
            items={scopes}
            empty={t('sources.empty')}
          />
        )}
      </QueryFace>
    </Paper>
  );
}

function sourceColumns(t: Texts): Column<Scope>[] {
  return [
    {
      id: 'name',
      title: t('sources.name'),
      minWidth: 170,
      render: ({ title, account }) => (
        <>
          <span style={{ whiteSpace: 'nowrap' }}>{title}</span>
          <Typography variant="body2" color="textSecondary">
            {account && <Breakable text={account} />}
          </Typography>
        </>
      ),
    },
    {
      id: 'state',
      title: t('sources.state'),
      minWidth: 220,
      render: scope => <State scope={scope} />,
    },
    {
      id: 'observed',
      title: t('sources.observed'),
      minWidth: 104,
      render: ({ source }) => <TimeOrNever at={source.observedAt} />,
    },
    {
      id: 'lastAttempt',
      title: t('sources.lastAttempt'),
      minWidth: 104,
      render: ({ lastAttemptAt }) => <TimeOrNever at={lastAttemptAt} />,
    },
    {
      id: 'nextAttempt',
      title: t('sources.nextAttempt'),
      render: ({ nextAttemptAt }) =>
        nextAttemptAt ? <RelativeTime at={nextAttemptAt} isAhead /> : '–',
    },
    {
      id: 'contents',
      title: t('sources.contents'),
      render: scope => <Counts texts={describeContents(scope, t)} />,
    },
    {
      id: 'cost',
      title: t('sources.cost'),
      render: scope => <Counts texts={describeCost(scope, t)} />,
    },
  ];
}

function State(props: { scope: Scope }) {
  const t = useTexts();
  const { state, error } = props.scope.source;
  return (
    <>
      <StateChip {...sourceLooks[state]} label={t(`sourceState.${state}`)} />
      {error && (
        <Typography variant="body2">
          <Breakable text={error} />
        </Typography>
      )}
    </>
  );
}

function TimeOrNever(props: { at: string | undefined }) {
  const t = useTexts();
  return props.at ? (
    <RelativeTime at={props.at} />
  ) : (
    <>{t('common.neverObserved')}</>
  );
}

/** Counts, of which none is torn from what it counts. */
function Counts(props: { texts: readonly (string | undefined)[] }) {
  const texts = props.texts.filter(Boolean);
  if (texts.length === 0) return <>–</>;
  return (
    <>
      {texts.map((text, index) => (
        <Fragment key={text}>
          {index > 0 && ' '}
          <span style={{ whiteSpace: 'nowrap' }}>
            {text}
            {index < texts.length - 1 && ','}
          </span>
        </Fragment>
      ))}
    </>
  );
}

/** What was not counted is left out: nothing here is called none that nobody looked at. */
function describeContents(
  scope: Scope,
  t: Texts,
): readonly (string | undefined)[] {
  const { exposures, connections, source } = scope;
  if (!source.observedAt) return [];
  return [
    exposures === undefined
      ? undefined
      : t('sources.exposures', { count: exposures }),
    connections === undefined
      ? undefined
      : t('sources.connections', { count: connections }),
  ];
}

function describeCost(scope: Scope, t: Texts): readonly (string | undefined)[] {
  const { calls, throttles, durationSeconds } = scope;
  return [
    calls === undefined ? undefined : t('sources.calls', { count: calls }),
    throttles ? t('sources.throttles', { count: throttles }) : undefined,
    durationSeconds === undefined
      ? undefined
      : t('sources.seconds', { seconds: durationSeconds.toFixed(1) }),
  ];
}
