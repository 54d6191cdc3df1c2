import Typography from '@material-ui/core/Typography';
import type { Connection } from '@postern/backstage-plugin-private-exposure-common';
import { CarriedRequest } from './CarriedRequest';
import { ConsumerName } from './ConsumerName';

/**
 * Whose connection it is, and the pull request whose request id it carries.
 *
 * @internal
 */
export function ConnectionConsumer(props: {
  connection: Pick<Connection, 'consumer' | 'change' | 'contestedChange'>;
}) {
  const { consumer, change, contestedChange } = props.connection;
  return (
    <>
      <ConsumerName consumer={consumer} />
      {change && (
        <Typography variant="body2" component="div">
          <CarriedRequest change={change} />
        </Typography>
      )}
      {contestedChange && (
        <Typography variant="body2" component="div">
          <CarriedRequest change={contestedChange} isContested />
        </Typography>
      )}
    </>
  );
}
