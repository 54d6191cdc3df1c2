import { shortenId } from '@postern/backstage-plugin-private-exposure-common';
import { Breakable } from './Breakable';

/**
 * An endpoint's id in short: one that is short anyway stands in one line.
 *
 * @internal
 */
export function EndpointName(props: { endpointId: string }) {
  const { endpointId } = props;
  const name = shortenId(endpointId);
  return name === endpointId ? (
    <span style={{ whiteSpace: 'nowrap' }}>{name}</span>
  ) : (
    <Breakable text={name} />
  );
}
