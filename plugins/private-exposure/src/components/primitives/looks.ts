import type { ComponentType } from 'react';
import type { SvgIconProps } from '@material-ui/core/SvgIcon';
import BlockIcon from '@material-ui/icons/Block';
import CloudIcon from '@material-ui/icons/CloudQueue';
import DeleteIcon from '@material-ui/icons/DeleteSweep';
import DnsIcon from '@material-ui/icons/Dns';
import ErrorIcon from '@material-ui/icons/Error';
import GoneIcon from '@material-ui/icons/HighlightOff';
import HelpIcon from '@material-ui/icons/HelpOutline';
import HistoryIcon from '@material-ui/icons/History';
import InfoIcon from '@material-ui/icons/InfoOutlined';
import LanguageIcon from '@material-ui/icons/Language';
import LinkOffIcon from '@material-ui/icons/LinkOff';
import MergeIcon from '@material-ui/icons/CallMerge';
import OkIcon from '@material-ui/icons/CheckCircle';
import PendingIcon from '@material-ui/icons/HourglassEmpty';
import ReviewIcon from '@material-ui/icons/RateReview';
import RouteIcon from '@material-ui/icons/CallSplit';
import SyncIcon from '@material-ui/icons/Sync';
import TimerOffIcon from '@material-ui/icons/TimerOff';
import VpnIcon from '@material-ui/icons/VpnLock';
import WarningIcon from '@material-ui/icons/Warning';
import type {
  ChangeState,
  ConnectionState,
  DecisionStatus,
  DomainVerification,
  ExposureKind,
  Health,
  Lifecycle,
  Severity,
  SourceState,
} from '@postern/backstage-plugin-private-exposure-common';
import type { Tone } from './StateChip';

/** An icon and how good or bad it looks. @internal */
export type Look = { icon: ComponentType<SvgIconProps>; tone: Tone };

/** @internal */
export const kindIcons: Record<ExposureKind, ComponentType<SvgIconProps>> = {
  'aws-endpoint-service': VpnIcon,
  'azure-private-link-service': VpnIcon,
  'aws-cloudfront': LanguageIcon,
  'azure-front-door': LanguageIcon,
  'azure-private-link-resource': VpnIcon,
  'aws-load-balancer': RouteIcon,
  'eks-api-endpoint': DnsIcon,
};

/** @internal */
export const lifecycleLooks: Record<Lifecycle, Look> = {
  'in-review': { icon: ReviewIcon, tone: 'waiting' },
  provisioning: { icon: SyncIcon, tone: 'waiting' },
  live: { icon: CloudIcon, tone: 'neutral' },
  deleting: { icon: DeleteIcon, tone: 'warning' },
  gone: { icon: GoneIcon, tone: 'neutral' },
};

/** @internal */
export const healthLooks: Record<Health, Look> = {
  ok: { icon: OkIcon, tone: 'good' },
  degraded: { icon: WarningIcon, tone: 'warning' },
  failing: { icon: ErrorIcon, tone: 'bad' },
  unknown: { icon: HelpIcon, tone: 'neutral' },
};

/** @internal */
export const connectionLooks: Record<ConnectionState, Look> = {
  pending: { icon: PendingIcon, tone: 'waiting' },
  connecting: { icon: SyncIcon, tone: 'waiting' },
  connected: { icon: OkIcon, tone: 'good' },
  rejected: { icon: BlockIcon, tone: 'neutral' },
  disconnected: { icon: LinkOffIcon, tone: 'neutral' },
  expired: { icon: TimerOffIcon, tone: 'neutral' },
  failed: { icon: ErrorIcon, tone: 'bad' },
  removing: { icon: DeleteIcon, tone: 'warning' },
  unknown: { icon: HelpIcon, tone: 'neutral' },
};

/** @internal */
export const decisionLooks: Record<DecisionStatus, Look> = {
  requested: { icon: PendingIcon, tone: 'waiting' },
  applying: { icon: SyncIcon, tone: 'waiting' },
  applied: { icon: OkIcon, tone: 'good' },
  failed: { icon: ErrorIcon, tone: 'bad' },
  superseded: { icon: HistoryIcon, tone: 'warning' },
  unconfirmed: { icon: HelpIcon, tone: 'warning' },
};

/** @internal */
export const changeLooks: Record<ChangeState, Look> = {
  open: { icon: ReviewIcon, tone: 'waiting' },
  merged: { icon: MergeIcon, tone: 'good' },
  closed: { icon: GoneIcon, tone: 'neutral' },
};

/** @internal */
export const domainLooks: Record<DomainVerification['state'], Look> = {
  pending: { icon: PendingIcon, tone: 'waiting' },
  verified: { icon: OkIcon, tone: 'good' },
  failed: { icon: ErrorIcon, tone: 'bad' },
  unknown: { icon: HelpIcon, tone: 'neutral' },
};

/** @internal */
export const sourceLooks: Record<SourceState, Look> = {
  fresh: { icon: OkIcon, tone: 'good' },
  stale: { icon: HistoryIcon, tone: 'warning' },
  failed: { icon: ErrorIcon, tone: 'bad' },
};

/** @internal */
export const severityLooks: Record<Severity, Look> = {
  error: { icon: ErrorIcon, tone: 'bad' },
  warning: { icon: WarningIcon, tone: 'warning' },
  info: { icon: InfoIcon, tone: 'neutral' },
};
