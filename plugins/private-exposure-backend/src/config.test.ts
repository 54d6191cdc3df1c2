import { ConfigReader } from '@backstage/config';
import { readPrivateExposureConfig } from './config';

const read = (privateExposure: object) =>
  readPrivateExposureConfig(new ConfigReader({ privateExposure }));

describe('readPrivateExposureConfig', () => {
  it('has a default for everything, and the safe one', () => {
    const config = readPrivateExposureConfig(new ConfigReader({}));

    expect(config.decisions).toMatchObject({
      reasonRequired: true,
      dangerouslyAllowUnconfirmedClaims: false,
      autoApproval: [],
    });
    expect(config.claims.ownerTag).toBe('backstage-entity-ref');
    expect(config.notifications.entityTabPath).toBe(
      '/catalog/{namespace}/{kind}/{name}/private-exposure',
    );
  });

  it.each([
    [
      { decisions: { autoApproval: { all: { consumerAccounts: ['*'] } } } },
      'privateExposure.decisions.autoApproval.all.consumerAccounts',
    ],
    [
      { decisions: { consumerOwners: { '1': ['a b'] } } },
      'privateExposure.decisions.consumerOwners.1',
    ],
    [
      { claims: { namespaceOwners: { eu: { pay: 'team-pay' } } } },
      'privateExposure.claims.namespaceOwners.eu.pay',
    ],
    [
      { claims: { namespaceOwners: { eu: ['pay'] } } },
      'privateExposure.claims.namespaceOwners.eu',
    ],
    [{ costs: { currency: 'euro' } }, 'privateExposure.costs.currency'],
    [
      { costs: { perHour: { 'aws-lambda': 1 } } },
      'privateExposure.costs.perHour.aws-lambda',
    ],
    [
      { costs: { perHour: { 'aws-cloudfront': -1 } } },
      'privateExposure.costs.perHour.aws-cloudfront',
    ],
    [
      { observation: { inspection: { perMinute: 0 } } },
      'privateExposure.observation.inspection.perMinute',
    ],
    [
      { decisions: { settleTime: { seconds: 0 } } },
      'privateExposure.decisions.settleTime',
    ],
    ...[
      'https://elsewhere.example/{kind}/{namespace}/{name}',
      '//elsewhere.example/{kind}/{namespace}/{name}',
      'catalog/{kind}/{namespace}/{name}',
      '/catalog/{namespace}/{name}',
      '/catalog/{kind}/{namespace}/{name}/{tab}',
    ].map((entityTabPath): [object, string] => [
      { notifications: { entityTabPath } },
      'privateExposure.notifications.entityTabPath',
    ]),
  ])('refuses %j and names the key', (config, key) => {
    expect(() => read(config)).toThrow(key);
  });
});
