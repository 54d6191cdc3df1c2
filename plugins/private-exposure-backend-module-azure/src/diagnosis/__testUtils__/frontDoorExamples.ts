import {
  firewall,
  frontDoor,
  origin,
  seen,
  servedDomain,
  service,
  unseen,
} from './inspections';
import type { RuleExamples } from './ruleExamples';

const withOrigin = (changes: Parameters<typeof origin>[0]) =>
  frontDoor({ origins: seen([origin(changes)]) });
const withFirewall = (changes: Parameters<typeof firewall>[0]) =>
  frontDoor({ firewalls: seen([firewall(changes)]) });

const customDomain = (changes: Parameters<typeof servedDomain>[0] = {}) =>
  servedDomain({ id: '/pay', name: 'pay.acme.example', ...changes });
const serving = (...domains: ReturnType<typeof servedDomain>[]) =>
  frontDoor({ domains: seen(domains) });

/** Examples of the rules about Front Doors. */
export const frontDoorExamples: Record<string, RuleExamples> = {
  'azure/front-door-approval-forgotten': {
    noticed: [
      {
        name: 'a connection that waits at the resource',
        inspection: withOrigin({ connectionStatus: 'Pending' }),
        says: 'same request message',
      },
      {
        name: 'a connection of which only Front Door speaks',
        inspection: withOrigin({
          connectionStatus: '',
          link: { status: 'pending' },
        }),
        says: "'ledger'",
      },
    ],
    leftAlone: [
      {
        name: 'a connection that was approved since Front Door looked',
        inspection: withOrigin({ link: { status: 'Pending' } }),
      },
    ],
  },
  'azure/front-door-connection-lost': {
    noticed: [
      {
        name: 'a connection that was rejected',
        inspection: withOrigin({ connectionStatus: 'Rejected' }),
        says: 'asks anew',
      },
      {
        name: 'a request that ran out',
        inspection: withOrigin({
          connectionStatus: '',
          link: { status: 'Timeout' },
        }),
        says: "'Timeout'",
      },
    ],
    leftAlone: [
      {
        name: 'a connection of which nobody says anything',
        inspection: withOrigin({ connectionStatus: '' }),
      },
    ],
  },
  'azure/front-door-alias-old': {
    noticed: [
      {
        name: 'an origin with the alias of a service that was made again',
        inspection: withOrigin({
          hostName: 'ledger.old.westeurope.azure.privatelinkservice',
          path: seen(service().path),
        }),
        says: 'made again',
      },
    ],
    leftAlone: [
      {
        name: 'an origin with the alias that the service has, in other letters',
        inspection: withOrigin({
          hostName: 'Ledger.GUID.westeurope.azure.privatelinkservice',
          path: seen(service().path),
        }),
      },
      {
        name: 'an alias where nobody could look at the service',
        inspection: withOrigin({
          hostName: 'ledger.old.westeurope.azure.privatelinkservice',
          path: unseen('Microsoft.Network/privateLinkServices/read'),
        }),
      },
    ],
  },
  'azure/front-door-origin-name': {
    noticed: [
      {
        name: 'a check that is off',
        inspection: withOrigin({ checksCertificateName: false }),
        says: 'a private link needs it',
      },
      {
        name: 'an address in the place of a name',
        inspection: withOrigin({
          hostName: '10.0.0.4',
          hostHeader: undefined,
        }),
        says: '10.0.0.4',
      },
      {
        name: 'the alias of a private link service',
        inspection: withOrigin({
          hostName: 'ledger.guid.westeurope.azure.privatelinkservice',
          hostHeader: undefined,
        }),
        says: 'no public authority',
      },
      {
        name: 'two names',
        inspection: withOrigin({ hostHeader: 'shop.acme.example' }),
        says: 'shop.acme.example',
      },
    ],
    leftAlone: [
      {
        name: "the client's own name",
        inspection: withOrigin({ hostHeader: undefined }),
      },
      {
        name: 'names that no certificate is for, where all routes go on by HTTP',
        inspection: frontDoor({
          origins: seen([origin({ hostName: '10.0.0.4' })]),
          domains: seen([servedDomain({ isHttpsBehind: false })]),
        }),
      },
      {
        name: 'the same name in another case',
        inspection: withOrigin({ hostHeader: 'Ledger.acme.example' }),
      },
    ],
  },
  'azure/front-door-not-premium': {
    noticed: [
      {
        name: 'the Standard SKU',
        inspection: frontDoor({ profile: { sku: 'Standard_AzureFrontDoor' } }),
        says: 'Premium_AzureFrontDoor',
      },
    ],
    leftAlone: [],
  },
  'azure/firewall-missing': {
    noticed: [
      {
        name: 'no firewall at all',
        inspection: frontDoor({ firewalls: seen([]) }),
        says: "'shop' serves shop.z01.azurefd.net/* without",
      },
      {
        name: 'a firewall of another endpoint',
        inspection: withFirewall({
          associations: [{ domainIds: ['/other'], patterns: ['/*'] }],
        }),
        says: 'Prevention',
      },
      {
        name: 'a custom domain beside an endpoint with a firewall',
        inspection: serving(servedDomain(), customDomain()),
        says: "'shop' serves pay.acme.example/* without",
      },
      {
        name: 'a firewall that looks at a part of the paths',
        inspection: withFirewall({
          associations: [
            { domainIds: [servedDomain().id], patterns: ['/api/*'] },
          ],
        }),
        says: 'shop.z01.azurefd.net/* without',
      },
      {
        name: 'the one path of several that none looks at',
        inspection: frontDoor({
          domains: seen([
            servedDomain({ patterns: ['/API/v1/*', '/API', '/login'] }),
          ]),
          firewalls: seen([
            firewall({
              associations: [
                { domainIds: [servedDomain().id], patterns: ['/api/*'] },
                { domainIds: [servedDomain().id], patterns: ['/Login'] },
              ],
            }),
          ]),
        }),
        says: "'shop' serves shop.z01.azurefd.net/API without",
      },
      {
        name: 'more domains than a sentence holds',
        inspection: serving(
          ...['a', 'b', 'c', 'd', 'e'].map(name =>
            customDomain({ id: name, name }),
          ),
        ),
        says: 'a/*, b/*, c/* and 2 more without',
      },
      {
        name: 'a firewall that is off',
        inspection: withFirewall({
          policy: seen({ enabled: false, mode: 'Prevention' }),
        }),
        says: 'that works',
      },
    ],
    leftAlone: [
      {
        name: 'firewalls that may not be looked at',
        inspection: frontDoor({ firewalls: unseen('x/read') }),
      },
      {
        name: 'a policy that may not be looked at',
        inspection: withFirewall({ policy: unseen('x/read') }),
      },
      {
        name: 'domains that may not be looked at',
        inspection: frontDoor({
          domains: unseen('x/read'),
          firewalls: seen([]),
        }),
      },
      {
        name: 'an endpoint that no route serves',
        inspection: frontDoor({ domains: seen([]), firewalls: seen([]) }),
      },
      {
        name: 'a custom domain with a firewall, where no route is linked to the endpoint',
        inspection: frontDoor({
          domains: seen([customDomain()]),
          firewalls: seen([
            firewall({
              associations: [
                { domainIds: [customDomain().id], patterns: ['/*'] },
              ],
            }),
          ]),
        }),
      },
    ],
  },
  'azure/firewall-only-detects': {
    noticed: [
      {
        name: 'the detection mode',
        inspection: withFirewall({
          policy: seen({ enabled: true, mode: 'Detection' }),
        }),
        says: 'mode to Prevention',
      },
    ],
    leftAlone: [
      {
        name: 'a policy that is off, of which another rule speaks',
        inspection: withFirewall({
          policy: seen({ enabled: false, mode: 'Detection' }),
        }),
      },
    ],
  },
};
