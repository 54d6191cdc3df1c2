import Typography from '@material-ui/core/Typography';
import {
  shortenId,
  type Connection,
  type Fact,
} from '@postern/backstage-plugin-private-exposure-common';
import { useTexts } from '../../hooks/useTexts';
import { Disclosure } from './Disclosure';
import { EndpointName } from './EndpointName';
import { FactList } from './FactList';

/**
 * A connection's endpoint in short, and what is known of it on demand: the whole id, where it is a long one, ready to
 * copy.
 *
 * @internal
 */
export function ConnectionEndpoint(props: {
  connection: Pick<Connection, 'consumer' | 'facts'>;
  /** Say where it is too. */
  withRegion?: boolean;
}) {
  const t = useTexts();
  const { connection, withRegion = false } = props;
  const { endpointId, region } = connection.consumer;
  const facts = endpointFacts(connection, t('connections.endpoint'));
  return (
    <>
      {endpointId ? (
        <EndpointName endpointId={endpointId} />
      ) : (
        t('decision.unknownValue')
      )}
      {withRegion && region && (
        <Typography variant="body2" color="textSecondary">
          {region}
        </Typography>
      )}
      {facts.length > 0 && (
        <Disclosure title={t('common.details')}>
          <FactList facts={facts} />
        </Disclosure>
      )}
    </>
  );
}

/** The cloud's own properties, led by the whole id unless it is one of them; clouds differ in how they spell it. */
function endpointFacts(
  {
    consumer: { endpointId },
    facts = [],
  }: Pick<Connection, 'consumer' | 'facts'>,
  label: string,
): readonly Fact[] {
  const isShown =
    !endpointId ||
    shortenId(endpointId) === endpointId ||
    facts.some(({ value }) => value.toLowerCase() === endpointId.toLowerCase());
  return isShown
    ? facts
    : [{ label, value: endpointId, copyable: true }, ...facts];
}
