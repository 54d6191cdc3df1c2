import { BicepNode, bicepNodeAt, bicepText } from '../bicep/readBicepNode';
import { BicepResourceNode } from '../bicep/readBicepResources';
import { bicepOpenDomains } from './bicepDomains';
import {
  BicepFile,
  PROFILE,
  inProperties,
  made,
  told,
} from './bicepFrontDoorFile';
import { FrontDoorContext, frontDoorKey } from './frontDoorKey';
import {
  FrontDoorOrigin,
  FrontDoorPrivateLink,
  FrontDoorTarget,
  PlacedValue,
} from './targets';

const GROUP = `${PROFILE}/origingroups`;
const FIREWALL = 'microsoft.network/frontdoorwebapplicationfirewallpolicies';

const named = ({ symbol, line, column }: BicepResourceNode): PlacedValue => ({
  value: symbol,
  line,
  column,
});

/** Classic profiles of the CDN are of the same type; a profile whose tier is not told may be one. */
function isFrontDoor({ body }: BicepResourceNode): boolean {
  return /_AzureFrontDoor$/i.test(
    bicepText(bicepNodeAt(body, 'sku', 'name')) ?? '',
  );
}

function privateLinkOf(
  file: BicepFile,
  origin: BicepResourceNode,
): FrontDoorOrigin['privateLink'] {
  const link = inProperties(origin, 'sharedPrivateLinkResource');
  if (link?.type === 'object') return requestOf(file, link);
  const isHidden = link ?? inProperties(origin)?.type !== 'object';
  return isHidden ? 'unknown' : 'none';
}

function requestOf(file: BicepFile, link: BicepNode): FrontDoorPrivateLink {
  const node = bicepNodeAt(link, 'requestMessage');
  const message = told(file, node);
  return {
    message,
    isComputed: node !== undefined && !message,
    location: told(file, bicepNodeAt(link, 'privateLinkLocation')),
  };
}

/**
 * Reads what a Bicep file has of Azure Front Door; `undefined` for nothing.
 *
 * @remarks https://learn.microsoft.com/azure/templates/microsoft.cdn/profiles/origingroups/origins
 *
 * @internal
 */
export function readBicepFrontDoors(
  file: BicepFile,
  context: FrontDoorContext,
): FrontDoorTarget | undefined {
  const groups = new Map(
    file.resources
      .filter(({ type }) => type === GROUP)
      .map(({ symbol, parent }) => [symbol, parent]),
  );
  const origins = made(file, `${GROUP}/origins`).map(origin => ({
    ...named(origin),
    hostName: told(file, inProperties(origin, 'hostName')),
    hostHeader: told(file, inProperties(origin, 'originHostHeader')),
    checksCertificateName: told(
      file,
      inProperties(origin, 'enforceCertificateNameCheck'),
    ),
    privateLink: privateLinkOf(file, origin),
    profile: groups.get(origin.parent ?? ''),
  }));
  const target: FrontDoorTarget = {
    type: 'front-door',
    path: file.path,
    profiles: made(file, PROFILE)
      .filter(isFrontDoor)
      .map(profile => ({
        ...named(profile),
        sku: told(file, bicepNodeAt(profile.body, 'sku', 'name')),
        isProtected: context.isProtected(
          frontDoorKey(file.path, profile.symbol),
        ),
        hasPrivateOrigin: origins.some(
          ({ privateLink, profile: owner }) =>
            typeof privateLink === 'object' &&
            (owner ?? profile.symbol) === profile.symbol,
        ),
      })),
    origins,
    openDomains: bicepOpenDomains(file, context),
    firewalls: made(file, FIREWALL).map(policy => {
      const settings = inProperties(policy, 'policySettings');
      const enabled = told(file, bicepNodeAt(settings, 'enabledState'));
      return {
        ...named(policy),
        mode: told(file, bicepNodeAt(settings, 'mode')),
        disabled: /^disabled$/i.test(enabled?.value ?? '')
          ? enabled
          : undefined,
      };
    }),
    forwarding: made(file, `${PROFILE}/afdendpoints/routes`).flatMap(
      route => told(file, inProperties(route, 'forwardingProtocol')) ?? [],
    ),
  };
  const { profiles, firewalls, forwarding } = target;
  return [...profiles, ...origins, ...firewalls, ...forwarding].length > 0
    ? target
    : undefined;
}
