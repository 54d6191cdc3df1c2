export { hasConsumerAccount } from './hasConsumerAccount';
export { isEntityOwner } from './isEntityOwner';
export { isInScope } from './isInScope';
export { isKind } from './isKind';
