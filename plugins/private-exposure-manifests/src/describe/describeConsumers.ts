import { AzureWithdrawIntent } from '../intents/azureWithdraw';
import { WithdrawIntent } from '../intents/withdraw';
import {
  codeMarkdown as code,
  escapeMarkdown as plain,
} from './escapeMarkdown';
import { table } from './sections';

type Consumers = Pick<
  WithdrawIntent | AzureWithdrawIntent,
  'connections' | 'connectionsNote' | 'cutOffConsumers' | 'entityRef'
>;
type Connection = NonNullable<Consumers['connections']>[number];

/**
 * Who is connected, for the reviewer of a withdrawal.
 *
 * @param owner - What the cloud calls whoever pays: account or subscription.
 * @internal
 */
export function describeConsumers(
  { connections, connectionsNote, cutOffConsumers, entityRef }: Consumers,
  owner: 'account' | 'subscription',
): string {
  const note = connectionsNote ? ` ${plain(connectionsNote)}` : '';
  // Nobody looked is not the same as nobody is there.
  if (connections === undefined)
    return `**Who is connected is not known.**${note} Look ${
      entityRef
        ? 'at the entity page, under *Private exposure*,'
        : 'in the cloud itself'
    } before you merge this.\n`;
  if (connections.length === 0)
    return `No consumer is connected or waits to be.${note}\n`;
  const warning = cutOffConsumers
    ? '\nWhoever is still there when this is applied is cut off: the form says that this is meant.\n'
    : '';
  return `These consumers are connected, or wait to be.${note}\n\n${table(
    [owner, 'connections', 'endpoints'],
    byAccount(connections),
  )}${warning}`;
}

/** More endpoints of one account than a reviewer reads. */
const MOST_ENDPOINTS = 10;

function byAccount(connections: Connection[]): string[][] {
  const accounts = [...new Set(connections.map(({ account }) => account))];
  return accounts.map(account => {
    const own = connections.filter(each => each.account === account);
    const states = [...new Set(own.map(({ state }) => state))];
    const counts = states.map(
      state => `${own.filter(each => each.state === state).length} ${state}`,
    );
    const ids = own.flatMap(({ endpointId }) => endpointId ?? []);
    const more = ids.length - MOST_ENDPOINTS;
    return [
      code(account),
      counts.join(', '),
      [
        ...ids.slice(0, MOST_ENDPOINTS).map(code),
        ...(more > 0 ? [`and ${more} more`] : []),
      ].join(', ') || '–',
    ];
  });
}
