import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ExposureDetail } from '@postern/backstage-plugin-private-exposure-common';
import { useTexts } from '../../hooks/useTexts';
import { CopyableText } from '../primitives/CopyableText';
import { ExposureChips } from '../primitives/ExposureChips';
import { Freshness } from '../primitives/Freshness';
import { kindIcons } from '../primitives/looks';
import { RefreshButton } from './RefreshButton';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'flex-start',
      gap: theme.spacing(2),
    },
    text: {
      display: 'flex',
      flex: '1 1 20em',
      flexDirection: 'column',
      gap: theme.spacing(0.75),
      minWidth: 0,
    },
    title: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      marginBottom: 0,
      overflowWrap: 'anywhere',
    },
    meta: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 2),
    },
  }),
  { name: 'PrivateExposureHeader' },
);

/**
 * What an exposure is, how it is, as of when, and the address that consumers need.
 *
 * @internal
 */
export function ExposureHeader(props: {
  exposure: ExposureDetail;
  titleId: string;
  onChanged: () => void;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { exposure, titleId, onChanged } = props;
  const { account, accountName, region, claim, connect } = exposure;
  const Icon = kindIcons[exposure.kind];
  const place = [accountName && `${accountName} (${account})`, region];
  if (!accountName) place[0] = account;
  const addressLabel = connect?.addressLabel ?? t('tab.address');
  return (
    <header className={classes.root}>
      <div className={classes.text}>
        <Typography
          id={titleId}
          variant="h5"
          component="h2"
          className={classes.title}
        >
          <Icon aria-hidden /> {exposure.name}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {[t(`kind.${exposure.kind}`), ...place].filter(Boolean).join(' · ')}
          {claim &&
            ` · ${t('tab.owner', { basis: t(`claimBasis.${claim.basis}`) })}`}
          {claim && !claim.confirmed && ` · ${t('tab.unconfirmed')}`}
        </Typography>
        <ExposureChips exposure={exposure} />
        {exposure.health !== 'ok' && exposure.healthReason && (
          <Typography variant="body2">{exposure.healthReason}</Typography>
        )}
        {connect?.address && (
          <div className={classes.meta}>
            <Typography variant="body2" color="textSecondary" component="span">
              {addressLabel}
            </Typography>
            <CopyableText text={connect.address} what={addressLabel} />
          </div>
        )}
        <div className={classes.meta}>
          <Freshness source={exposure.source} />
          {exposure.consoleUrl && (
            <Link to={exposure.consoleUrl}>{t('common.openConsole')}</Link>
          )}
        </div>
      </div>
      {exposure.capabilities.includes('refresh') && (
        <RefreshButton exposureId={exposure.id} onRefreshed={onChanged} />
      )}
    </header>
  );
}
