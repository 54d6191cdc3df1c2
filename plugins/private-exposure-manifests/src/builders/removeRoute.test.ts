import { stringify } from 'yaml';
import { gatewayRoute } from '../__testUtils__/sharedRoute';
import { sharedEntranceSchema } from '../intents/sharedRoute';
import { removeRoute } from './removeRoute';

const entrance = sharedEntranceSchema.parse(gatewayRoute.entrance);

const routeTo = (...services: string[]) =>
  stringify({
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: { name: 'payments', namespace: 'payments' },
    spec: {
      parentRefs: [{ name: 'public', namespace: 'gateways' }],
      hostnames: ['pay.acme.example'],
      rules: services.map(name => ({ backendRefs: [{ name, port: 80 }] })),
    },
  });

const remove = (text: string) =>
  removeRoute(text, {
    entrance,
    hosts: ['pay.acme.example'],
    service: { name: 'payments' },
  });

describe('removeRoute', () => {
  it('removes the HTTPRoute of a host that leads to the Service alone', () => {
    expect(remove(routeTo('payments', 'payments'))).toBeUndefined();
  });

  it.each([[['ledger']], [['payments', 'ledger']]])(
    'keeps an HTTPRoute that leads to %j',
    services => {
      expect(() => remove(routeTo(...services))).toThrow(
        'leads a part of pay.acme.example to the Service ledger as well',
      );
    },
  );
});
