import type { ComponentType } from 'react';
import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import type { SvgIconProps } from '@material-ui/core/SvgIcon';
import CdnIcon from '@material-ui/icons/Public';
import CertificateIcon from '@material-ui/icons/VerifiedUserOutlined';
import ConsumerIcon from '@material-ui/icons/BusinessCenterOutlined';
import DnsIcon from '@material-ui/icons/Dns';
import IngressIcon from '@material-ui/icons/Input';
import LoadBalancerIcon from '@material-ui/icons/CallSplit';
import OriginIcon from '@material-ui/icons/SettingsEthernet';
import ServiceIcon from '@material-ui/icons/DonutLarge';
import TargetsIcon from '@material-ui/icons/GpsFixed';
import VpnIcon from '@material-ui/icons/VpnLock';
import WafIcon from '@material-ui/icons/Security';
import type { Hop } from '@postern/backstage-plugin-private-exposure-common';
import { useTexts } from '../../hooks/useTexts';
import { Breakable } from '../primitives/Breakable';
import { Disclosure } from '../primitives/Disclosure';
import { FactList } from '../primitives/FactList';
import { healthLooks } from '../primitives/looks';
import { StateChip } from '../primitives/StateChip';
import { useBoxStyles } from './boxStyles';

const hopIcons: Record<Hop['type'], ComponentType<SvgIconProps>> = {
  connection: ConsumerIcon,
  'dns-name': DnsIcon,
  certificate: CertificateIcon,
  cdn: CdnIcon,
  waf: WafIcon,
  'vpc-origin': OriginIcon,
  'endpoint-service': VpnIcon,
  'private-link-service': VpnIcon,
  'private-link-resource': VpnIcon,
  'load-balancer': LoadBalancerIcon,
  'target-group': TargetsIcon,
  'kubernetes-service': ServiceIcon,
  'kubernetes-ingress': IngressIcon,
};

/**
 * One hop: what it is, how it is, and why, where it is not well.
 *
 * @internal
 */
export function HopBox(props: {
  hop: Hop;
  /** Whether traffic from the consumers gets here. Behind the break, a hop says what is wrong with itself. */
  isReached: boolean;
}) {
  const t = useTexts();
  const classes = useBoxStyles();
  const { hop, isReached } = props;
  const Icon = hopIcons[hop.type];
  const facts = [
    ...(hop.nativeId
      ? [{ label: t('path.id'), value: hop.nativeId, copyable: true }]
      : []),
    ...(hop.facts ?? []),
  ];
  const isBroken = hop.health === 'failing' && isReached;
  const reason = hop.reason ?? t('path.noReason');
  return (
    <div className={`${classes.root} ${classes[hop.health]}`}>
      <Typography variant="caption" className={classes.type}>
        <Icon fontSize="inherit" aria-hidden />
        {t(`hopType.${hop.type}`)}
      </Typography>
      <Typography variant="body2" className={classes.title}>
        <Breakable text={hop.title} />
      </Typography>
      <StateChip
        {...healthLooks[hop.health]}
        label={t(`health.${hop.health}`)}
      />
      {isBroken && (
        <Typography variant="body2" className={classes.text}>
          {t('path.brokenAt', { reason })}
        </Typography>
      )}
      {!isBroken && hop.health !== 'ok' && hop.reason && (
        <Typography variant="body2" className={classes.text}>
          {hop.reason}
        </Typography>
      )}
      {(facts.length > 0 || hop.consoleUrl) && (
        <Disclosure title={t('common.details')}>
          <FactList facts={facts} />
          {hop.consoleUrl && (
            <Link to={hop.consoleUrl}>{t('common.openConsole')}</Link>
          )}
        </Disclosure>
      )}
    </div>
  );
}
