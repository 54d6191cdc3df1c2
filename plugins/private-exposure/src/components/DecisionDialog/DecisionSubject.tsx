import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { shortenId } from '@postern/backstage-plugin-private-exposure-common';
import { useTexts } from '../../hooks/useTexts';
import { Breakable } from '../primitives/Breakable';
import { CarriedRequest } from '../primitives/CarriedRequest';
import { CopyableText } from '../primitives/CopyableText';
import { connectionLooks } from '../primitives/looks';
import { RelativeTime } from '../primitives/RelativeTime';
import { StateChip } from '../primitives/StateChip';
import type { DecisionTarget } from './DecisionTarget';

const useStyles = makeStyles(
  theme => ({
    root: {
      ...theme.typography.body2,
      display: 'grid',
      gridTemplateColumns: 'max-content minmax(0, 1fr)',
      gap: theme.spacing(0.75, 2),
      // On a phone the values need the room.
      [theme.breakpoints.down('xs')]: {
        gridTemplateColumns: 'minmax(0, 1fr)',
        rowGap: 0,
        '& dd:not(:last-child)': { paddingBottom: theme.spacing(0.75) },
      },
      margin: theme.spacing(2, 0),
      padding: theme.spacing(1.5, 2),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      '& dt': { color: theme.palette.text.secondary },
      '& dd': { margin: 0, overflowWrap: 'anywhere' },
    },
    strong: { fontWeight: 'bold' },
  }),
  { name: 'PrivateExposureDecisionSubject' },
);

/**
 * Exactly what is decided: whose endpoint, at which service, in which state.
 *
 * @internal
 */
export function DecisionSubject(props: { target: DecisionTarget }) {
  const t = useTexts();
  const classes = useStyles();
  const { connection, exposure } = props.target;
  const { account, accountName, endpointId, region } = connection.consumer;
  const { state, source } = connection;
  const unknown = t('decision.unknownValue');
  return (
    <dl className={classes.root}>
      <dt>{t('decision.account')}</dt>
      <dd>
        <span className={classes.strong}>{account}</span>
        {accountName && ` (${accountName})`}
      </dd>
      <dt>{t('decision.endpoint')}</dt>
      <dd>{endpointId ? <Endpoint id={endpointId} /> : unknown}</dd>
      <dt>{t('decision.region')}</dt>
      <dd>{region ?? exposure.region ?? unknown}</dd>
      <dt>{t('decision.service')}</dt>
      <dd>
        <span className={classes.strong}>{exposure.name}</span>
        <br />
        <Breakable text={exposure.nativeId} />
      </dd>
      {exposure.entityRef && (
        <>
          <dt>{t('decision.entity')}</dt>
          <dd>{exposure.entityRef}</dd>
        </>
      )}
      <Request connection={connection} />
      <dt>{t('decision.state')}</dt>
      <dd>
        <StateChip
          {...connectionLooks[state]}
          label={t(`connectionState.${state}`)}
        />
      </dd>
      {source.observedAt && (
        <>
          <dt>{t('decision.seen')}</dt>
          <dd>
            <RelativeTime at={source.observedAt} />
          </dd>
        </>
      )}
    </dl>
  );
}

/** The pull request whose id a connection carries, by itself or beside another. */
function Request(props: { connection: DecisionTarget['connection'] }) {
  const t = useTexts();
  const { change, contestedChange } = props.connection;
  return (
    <>
      {change && (
        <>
          <dt>{t('decision.request')}</dt>
          <dd>
            <CarriedRequest change={change} withTitle />
            <Typography variant="body2" color="textSecondary">
              {change.origin
                ? t('decision.requestOriginHelp')
                : t('decision.requestHelp')}
            </Typography>
            {change.origin && (
              <Typography variant="body2" color="textSecondary">
                {change.origin.region
                  ? t('decision.requestOriginRegion', {
                      region: change.origin.region,
                    })
                  : t('decision.requestOriginNoRegion')}
              </Typography>
            )}
          </dd>
        </>
      )}
      {contestedChange && (
        <>
          <dt>{t('decision.request')}</dt>
          <dd>
            <CarriedRequest change={contestedChange} isContested withTitle />
          </dd>
        </>
      )}
    </>
  );
}

/** The whole id, whatever its length: it is what is decided about. */
function Endpoint(props: { id: string }) {
  const t = useTexts();
  const classes = useStyles();
  const { id } = props;
  const name = shortenId(id);
  if (name === id) return <>{id}</>;
  return (
    <>
      <span className={classes.strong}>{name}</span>
      <br />
      <CopyableText text={id} what={t('decision.endpoint')} />
    </>
  );
}
