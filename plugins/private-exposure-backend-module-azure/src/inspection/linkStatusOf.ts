import type { InspectedOrigin } from './AzureInspection';

/**
 * What became of Front Door's request for a connection: what the resource's side says, else what Front Door does;
 * `undefined` if neither says.
 *
 * @internal
 */
export function linkStatusOf({
  origin,
  connectionStatus,
}: InspectedOrigin): string | undefined {
  return connectionStatus || origin.privateLink?.status || undefined;
}
