import { lintFiles } from './__testUtils__/lintFiles';

const ONE = '00000000-0000-0000-0000-000000000001';

const service = (properties: string) => `param location string

@description('Who may ask')
param subscriptions array

resource subnet 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' = {
  name: 'network/nat'
  properties: {
    addressPrefix: '10.1.0.0/24'
  }
}

resource payments 'Microsoft.Network/privateLinkServices@2024-05-01' = if (location == 'westeurope') {
  name: 'payments-\${location}'
  location: location
  properties: {
${properties}
  }
}
`;

describe('private link services in Bicep', () => {
  it.each<[string, string, [string, string, number][]]>([
    [
      'one that everybody is connected to',
      `    autoApproval: { subscriptions: ['*'] }`,
      [['infrastructure/any-subscription', 'error', 17]],
    ],
    [
      'one that everybody may ask at, beside what has to be computed',
      `    fqdns: concat(['a.example'], [
      'b.example'
    ])
    visibility: {
      subscriptions: [
        '*'
      ]
    }`,
      [['infrastructure/any-subscription', 'warning', 22]],
    ],
    [
      'a subscription that is approved and sees nothing',
      `    autoApproval: {
      subscriptions: [
        '${ONE}'
      ]
    }`,
      [['infrastructure/auto-approval-invisible', 'error', 19]],
    ],
    [
      'a list that only the deployment knows',
      `    visibility: {
      subscriptions: subscriptions
    }
    autoApproval: {
      subscriptions: ['${ONE}']
    }`,
      [],
    ],
    [
      'a list of which a part is only known then',
      `    visibility: { subscriptions: ['${ONE}', subscription().subscriptionId] }
    autoApproval: { subscriptions: ['${ONE.replace('1', '2')}'] }`,
      [],
    ],
    [
      'a subnet whose policies keep it out',
      `    ipConfigurations: [
      {
        name: 'nat'
        properties: {
          primary: true
          subnet: { id: subnet.id }
        }
      }
    ]`,
      [['infrastructure/subnet-policies', 'error', 6]],
    ],
    [
      'nine addresses',
      `    ipConfigurations: [
${"      { name: 'nat' }\n".repeat(9)}    ]`,
      [['infrastructure/nat-addresses', 'error', 26]],
    ],
  ])('tells of %s', (_, properties, expected) => {
    const found = lintFiles({ 'main.bicep': service(properties) });

    expect(found).toEqual(
      expected.map(([rule, severity, line]) => [
        rule,
        severity,
        `main.bicep:${line}`,
      ]),
    );
  });
});

describe('Bicep that is no Bicep', () => {
  const head = `resource a 'Microsoft.Cdn/profiles@2024-02-01' = `;

  it.each([
    ['a bracket that is not closed', `${head}{`],
    ['a text that is not closed', `${head}{ name: 'x }`],
  ])('is a finding with its place: %s', (_, text) => {
    expect(lintFiles({ 'a.bicep': text })).toEqual([
      ['syntax', 'warning', 'a.bicep:1'],
    ]);
  });

  it.each([
    ['brackets of another kind', `${head}[ ) [ } ]`],
    ['a key without a value', `${head}{ name: }`],
    ['commas', `${head}{ ,,, a: [,,] }`],
    ['a colon alone', `${head}{ : }`],
    ['a list in a list', `${head}${'{ a: ['.repeat(400)}${'] }'.repeat(400)}`],
    ['a long line', `${head}{ a: ${'b + '.repeat(20_000)}c }`],
    ['a long list of lines', `${head}{ a: [\n${'b\n\n'.repeat(20_000)}] }`],
  ])('ends: %s', (_, text) => {
    const begun = process.cpuUsage();
    lintFiles({ 'a.bicep': text });
    const { user } = process.cpuUsage(begun);

    expect(user).toBeLessThan(2_000_000);
  });
});
