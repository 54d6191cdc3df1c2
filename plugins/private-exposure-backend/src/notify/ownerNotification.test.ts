import type { StateChange } from '../database/StateChange';
import { selectNews, toOwnerNotification } from './ownerNotification';

/** As an app may have it. */
const tabPath = '/services/{kind}/{name}/in/{namespace}/ways-in';

function change(parts: Partial<StateChange>): StateChange {
  return {
    type: 'connection-appeared',
    at: new Date('2026-11-21T08:00:00Z'),
    exposureId: 'exposure-1',
    entityRef: 'component:default/ledger',
    to: 'pending',
    initial: false,
    ...parts,
  };
}

describe('toOwnerNotification', () => {
  it.each([
    [change({}), 'A consumer waits to connect to ledger', 'normal'],
    [
      change({ type: 'health-changed', from: 'ok', to: 'failing' }),
      'Private traffic to ledger fails',
      'high',
    ],
    [
      change({ type: 'health-changed', from: 'failing', to: 'ok' }),
      'Private traffic to ledger works',
      'normal',
    ],
    [
      change({ type: 'health-changed', from: 'ok', to: 'degraded' }),
      'Private traffic to ledger is impaired',
      'high',
    ],
    [
      change({ type: 'health-changed', from: 'unknown', to: 'degraded' }),
      'Private traffic to ledger is impaired',
      'high',
    ],
    [
      change({ type: 'health-changed', from: 'unknown', to: 'failing' }),
      'Private traffic to ledger fails',
      'high',
    ],
    [
      change({ type: 'domain-changed', to: 'failed' }),
      'The domain name of ledger could not be verified',
      'high',
    ],
  ])('tells the owner what happened (%#)', (one, title, severity) => {
    const [news] = selectNews([one]);

    expect(toOwnerNotification(news, tabPath)).toMatchObject({
      recipients: { type: 'entity', entityRef: 'component:default/ledger' },
      payload: {
        title,
        severity,
        link: '/services/component/ledger/in/default/ways-in',
      },
    });
  });

  it('names a long id by its end: the text is cut where it is shown', () => {
    const message =
      'Consumer: 0002, /subscriptions/0002/resourcegroups/rg/providers/microsoft.network/privateendpoints/pe-stock.';
    const [news] = selectNews([change({ message })]);

    expect(toOwnerNotification(news, tabPath).payload.description).toBe(
      'Consumer: 0002, pe-stock.',
    );
  });

  it('puts many consumers of one exposure into one notification, without who caused it', () => {
    const news = selectNews([
      change({ actor: 'user:default/mira' }),
      change({}),
      change({ exposureId: 'exposure-2' }),
    ]);

    expect(news.map(one => toOwnerNotification(one, tabPath))).toMatchObject([
      {
        recipients: { excludeEntityRef: ['user:default/mira'] },
        payload: { title: '2 consumers wait to connect to ledger' },
      },
      { payload: { title: 'A consumer waits to connect to ledger' } },
    ]);
  });
});

describe('selectNews', () => {
  it.each([
    ['the first survey finds', change({ initial: true })],
    ['nobody owns', change({ entityRef: undefined })],
    ['is connected already', change({ to: 'connected' })],
    [
      'was only not looked at before',
      change({ type: 'health-changed', from: 'unknown', to: 'ok' }),
    ],
  ])('leaves out what %s', (_, one) => {
    expect(selectNews([one])).toEqual([]);
  });
});
