import type { ExposureKind } from './types';

/**
 * Who comes in by an exposure: consumers, each by a connection of their own that somebody may have to approve; anybody
 * on the Internet; or whoever reaches its addresses.
 *
 * @public
 */
export type Audience = 'consumers' | 'internet' | 'network';

const audiences = {
  'aws-endpoint-service': 'consumers',
  'azure-private-link-service': 'consumers',
  'aws-cloudfront': 'internet',
  'azure-front-door': 'internet',
  'azure-private-link-resource': 'consumers',
  'aws-load-balancer': 'network',
  'eks-api-endpoint': 'network',
} as const satisfies Record<ExposureKind, Audience>;

/**
 * Every kind of exposure.
 *
 * @public
 */
export const exposureKinds: readonly ExposureKind[] = Object.keys(
  audiences,
).map(kind => kind as keyof typeof audiences);

/**
 * Who comes in by exposures of a kind.
 *
 * @public
 */
export function audienceOf(kind: ExposureKind): Audience {
  return audiences[kind];
}

/**
 * Whether consumers connect to exposures of a kind. What stands on the Internet can still have connections, its own to
 * what is behind it.
 *
 * @public
 */
export function takesConnections(kind: ExposureKind): boolean {
  return audienceOf(kind) === 'consumers';
}
