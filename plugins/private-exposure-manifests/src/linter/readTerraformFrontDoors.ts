import { HclBlockNode } from '../hcl/readHcl';
import { hclAddress } from '../hcl/values';
import {
  FrontDoorOrigin,
  FrontDoorPrivateLink,
  FrontDoorTarget,
  PlacedValue,
} from './targets';
import { FrontDoorContext, frontDoorKey } from './frontDoorKey';
import { terraformOpenDomains } from './terraformDomains';
import {
  PREFIX,
  TerraformFile,
  addressIn,
  attributeOf,
  resourcesOf,
  toldOf,
} from './terraformFrontDoorFile';

const at = (value: string, { line }: { line: number }): PlacedValue => ({
  value,
  line,
  column: 1,
});

function privateLinkOf(
  file: TerraformFile,
  origin: HclBlockNode,
): FrontDoorOrigin['privateLink'] {
  const link = origin.blocks.find(({ type }) => type === 'private_link');
  if (link) return requestOf(file, link);
  const isDynamic = origin.blocks.some(
    ({ type, labels }) => type === 'dynamic' && labels[0] === 'private_link',
  );
  return isDynamic ? 'unknown' : 'none';
}

function requestOf(
  file: TerraformFile,
  link: HclBlockNode,
): FrontDoorPrivateLink {
  const message = toldOf(file, link, 'request_message');
  const isTold = message !== undefined && !message.value.includes('${');
  return {
    message: isTold ? message : undefined,
    isComputed: !isTold && attributeOf(link, 'request_message') !== undefined,
    location: toldOf(file, link, 'location'),
  };
}

/**
 * Reads what a Terraform file has of Azure Front Door; `undefined` for nothing.
 *
 * @remarks hashicorp/terraform-provider-azurerm, website/docs/r/cdn_frontdoor_*.html.markdown
 *
 * @internal
 */
export function readTerraformFrontDoors(
  file: TerraformFile,
  context: FrontDoorContext,
): FrontDoorTarget | undefined {
  const { path, blocks } = file;
  const all = (type: string) => resourcesOf(blocks, type);
  const profileOfGroup = new Map(
    all('origin_group').map(group => [
      hclAddress(group),
      addressIn(group, 'cdn_frontdoor_profile_id', 'profile'),
    ]),
  );
  const origins = all('origin').map(origin => ({
    ...at(hclAddress(origin), origin),
    hostName: toldOf(file, origin, 'host_name'),
    hostHeader: toldOf(file, origin, 'origin_host_header'),
    checksCertificateName: toldOf(
      file,
      origin,
      'certificate_name_check_enabled',
    ),
    privateLink: privateLinkOf(file, origin),
    profile: profileOfGroup.get(
      addressIn(origin, 'cdn_frontdoor_origin_group_id', 'origin_group') ?? '',
    ),
  }));
  const target: FrontDoorTarget = {
    type: 'front-door',
    path,
    profiles: all('profile').map(profile => {
      const address = hclAddress(profile);
      return {
        ...at(address, profile),
        sku: toldOf(file, profile, 'sku_name'),
        isProtected: context.isProtected(frontDoorKey(path, address)),
        hasPrivateOrigin: origins.some(
          ({ privateLink, profile: owner }) =>
            typeof privateLink === 'object' && (owner ?? address) === address,
        ),
      };
    }),
    origins,
    openDomains: terraformOpenDomains(file, context),
    firewalls: all('firewall_policy').map(policy => {
      const enabled = toldOf(file, policy, 'enabled');
      return {
        ...at(hclAddress(policy), policy),
        mode: toldOf(file, policy, 'mode'),
        disabled: enabled?.value === 'false' ? enabled : undefined,
      };
    }),
    forwarding: all('route').flatMap(
      route => toldOf(file, route, 'forwarding_protocol') ?? [],
    ),
  };
  return blocks.some(({ labels }) => labels[0]?.startsWith(PREFIX))
    ? target
    : undefined;
}
