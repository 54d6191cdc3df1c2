import { createRule } from '../createRule';
import { FrontDoorOrigin } from '../targets';
import { exampleRoutedOrigin } from './frontDoorExamples';

const ALIAS = /\.azure\.privatelinkservice$/i;
const ADDRESS = /^[\d.]+$|:/;

/** An origin whose certificate cannot be for the name that Front Door asks it for. @internal */
export const frontDoorOriginName = createRule({
  id: 'infrastructure/front-door-origin-name',
  severity: 'warning',
  reads: 'front-door',
  page: {
    summary:
      'An origin is reached by HTTPS under a name that its certificate can hardly be for.',
    why: 'Front Door takes only a certificate of a public authority for the origin’s host name. No such authority gives one for the alias of a private link service or for an address. Where the host header is another name, the service has to have both: a certificate for the host name, and an answer for the header. Routes that go on by HTTP alone check no certificate; the requests then pass Azure’s own network, and the load balancer’s, unencrypted.',
    bad: exampleRoutedOrigin({
      hostName:
        'payments.3f0c9a52-7d0e-4b1c-9a55-0d1e2f3a4b5c.westeurope.azure.privatelinkservice',
    }),
    good: exampleRoutedOrigin({}),
    path: 'main.tf',
    source: 'https://learn.microsoft.com/azure/frontdoor/end-to-end-tls',
  },
  check(target, report) {
    const isHttps = target.forwarding.some(
      ({ value }) => !/^httponly$/i.test(value),
    );
    if (!isHttps) return;
    for (const origin of target.origins) {
      const { hostName, hostHeader } = origin;
      const wrong = whatIsWrong(origin);
      if (!hostName || !wrong) continue;
      report({
        at: hostName,
        ...wrong,
        evidence: [
          { label: 'host name', value: hostName.value },
          ...(hostHeader
            ? [{ label: 'host header', value: hostHeader.value }]
            : []),
        ],
      });
    }
  },
});

function whatIsWrong({
  value,
  hostName,
  hostHeader,
}: FrontDoorOrigin): { message: string; remedy: string } | undefined {
  const name = hostName?.value ?? '';
  const header = hostHeader?.value ?? '';
  const isUnknown = [name, header].some(text => text.includes('${'));
  if (isUnknown || name === '') return undefined;
  if (ALIAS.test(name) || ADDRESS.test(name)) {
    return {
      message: `${value} is reached by HTTPS under ${name}, for which no public authority gives a certificate`,
      remedy:
        'Name the origin by a host name that its certificate of a public authority is for; the private link decides where it leads. Or let routes go on by HTTP, unencrypted behind Front Door.',
    };
  }
  if (header && header.toLowerCase() !== name.toLowerCase()) {
    return {
      message: `${value} is checked for a certificate for ${name}, and asked for ${header}`,
      remedy:
        'Set host name and host header to the same name, or make sure that the certificate is for the host name and the origin serves the other.',
    };
  }
  return undefined;
}
