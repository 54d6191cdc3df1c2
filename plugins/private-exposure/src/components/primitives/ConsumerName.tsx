import Typography from '@material-ui/core/Typography';
import type { Consumer } from '@postern/backstage-plugin-private-exposure-common';

/**
 * Whose endpoint it is: the name where it is known, the account in any case.
 *
 * @internal
 */
export function ConsumerName(props: { consumer: Consumer }) {
  const { account, accountName } = props.consumer;
  if (!accountName) {
    return <span style={{ whiteSpace: 'nowrap' }}>{account}</span>;
  }
  return (
    <>
      {accountName}
      <Typography variant="body2" color="textSecondary" noWrap>
        {account}
      </Typography>
    </>
  );
}
