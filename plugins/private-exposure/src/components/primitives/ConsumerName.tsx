import Typography from '@material-ui/core/Typography';
import type { Consumer } from '@postern/backstage-plugin-private-exposure-common';
import { Breakable } from './Breakable';

/**
 * Whose endpoint it is: the name where it is known, the account in any case.
 *
 * @internal
 */
export function ConsumerName(props: { consumer: Consumer }) {
  const { account, accountName } = props.consumer;
  if (!accountName) {
    return <Breakable text={account} />;
  }
  return (
    <>
      {accountName}
      <Typography variant="body2" color="textSecondary">
        <Breakable text={account} />
      </Typography>
    </>
  );
}
