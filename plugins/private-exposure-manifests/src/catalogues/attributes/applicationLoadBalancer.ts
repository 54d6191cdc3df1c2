import { AttributeSpec } from '../types';
import { anyLoadBalancerAttributes } from './anyLoadBalancer';

const off = (key: string) =>
  ({ key, type: 'boolean', default: 'false' } as const);

/** Attributes of an Application Load Balancer (Elastic Load Balancing API, LoadBalancerAttribute). @internal */
export const applicationLoadBalancerAttributes = [
  ...anyLoadBalancerAttributes,
  {
    key: 'idle_timeout.timeout_seconds',
    type: 'integer',
    default: '60',
    range: [1, 4000],
  },
  {
    key: 'client_keep_alive.seconds',
    type: 'integer',
    default: '3600',
    range: [60, 604_800],
  },
  off('connection_logs.s3.enabled'),
  { key: 'connection_logs.s3.bucket', type: 'string' },
  { key: 'connection_logs.s3.prefix', type: 'string' },
  off('health_check_logs.s3.enabled'),
  { key: 'health_check_logs.s3.bucket', type: 'string' },
  { key: 'health_check_logs.s3.prefix', type: 'string' },
  {
    key: 'routing.http.desync_mitigation_mode',
    type: 'string',
    default: 'defensive',
    allowed: ['monitor', 'defensive', 'strictest'],
  },
  off('routing.http.drop_invalid_header_fields.enabled'),
  off('routing.http.preserve_host_header.enabled'),
  off('routing.http.x_amzn_tls_version_and_cipher_suite.enabled'),
  off('routing.http.xff_client_port.enabled'),
  {
    key: 'routing.http.xff_header_processing.mode',
    type: 'string',
    default: 'append',
    allowed: ['append', 'preserve', 'remove'],
  },
  { key: 'routing.http2.enabled', type: 'boolean', default: 'true' },
  off('waf.fail_open.enabled'),
] as const satisfies readonly AttributeSpec[];
