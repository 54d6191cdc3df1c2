import Typography from '@material-ui/core/Typography';
import type { ExposureSummary } from '@postern/backstage-plugin-private-exposure-common';
import { Breakable } from './Breakable';

/**
 * Where an exposure is: its account by name and by id, and its region.
 *
 * @internal
 */
export function Place(props: {
  exposure: Pick<
    ExposureSummary,
    'account' | 'accountName' | 'region' | 'scopeId'
  >;
}) {
  const { account, accountName, region, scopeId } = props.exposure;
  const isNamed = Boolean(accountName && account);
  return (
    <>
      {accountName ?? account ?? scopeId}
      <Typography variant="body2" color="textSecondary" component="div">
        {isNamed && account && <Breakable text={account} />}
        {isNamed && region && ', '}
        {region && <span style={{ whiteSpace: 'nowrap' }}>{region}</span>}
      </Typography>
    </>
  );
}
