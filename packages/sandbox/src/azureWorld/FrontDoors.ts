import { ArmCollection } from './ArmCollection';
import { armId, armKey } from './armIds';
import { AzureFault } from './AzureFault';
import { AzureWorldContext, NewResource } from './AzureWorldContext';
import { defaultsFor } from './frontDoorDefaults';
import { FrontDoorLinks } from './FrontDoorLinks';
import { resourceNotFound } from './resourceNotFound';
import {
  ArmProperties,
  FrontDoorPart,
  FrontDoorPartKind,
  FrontDoorProfile,
  OriginPrivateLink,
} from './types';

const TYPE = 'Microsoft.Cdn/profiles';

/** How the provider of Front Door writes a kind in ids. */
const SEGMENTS: Record<FrontDoorPartKind, string> = {
  afdEndpoints: 'afdendpoints',
  originGroups: 'origingroups',
  origins: 'origins',
  routes: 'routes',
  securityPolicies: 'securitypolicies',
  customDomains: 'customdomains',
};

/**
 * Front Doors and their parts.
 *
 * @public
 */
export class FrontDoors {
  readonly profiles = new ArmCollection<FrontDoorProfile>();
  readonly #context: AzureWorldContext;
  readonly #links: FrontDoorLinks;
  readonly #parts = new Map<string, FrontDoorPart>();
  /** By parent and kind, in the order of their creation. */
  readonly #children = new Map<string, Map<string, FrontDoorPart>>();

  constructor(context: AzureWorldContext, links: FrontDoorLinks) {
    this.#context = context;
    this.#links = links;
  }

  /** Makes a Front Door, or changes its tags. */
  putProfile(
    input: NewResource & { sku: FrontDoorProfile['sku'] },
  ): FrontDoorProfile {
    const known = this.profiles.get(armId(TYPE, input));
    if (known) {
      known.tags = { ...input.tags };
      return known;
    }
    const record = this.#context.newRecord(TYPE, input);
    return this.profiles.add({
      ...record,
      // As this provider writes it.
      id: record.id.replace('/resourceGroups/', '/resourcegroups/'),
      sku: input.sku,
      frontDoorId: this.#context.ids.guid(),
    });
  }

  /** The Front Door; an unknown id is `ResourceNotFound`. */
  getProfile(id: string): FrontDoorProfile {
    const profile = this.profiles.get(id);
    if (!profile) throw resourceNotFound(id);
    return profile;
  }

  /** Removes a Front Door with all its parts. */
  deleteProfile(id: string): void {
    const profile = this.getProfile(id);
    for (const part of [...this.#parts.values()].reverse()) {
      if (part.profileId === profile.id) this.#remove(part);
    }
    this.profiles.remove(id);
  }

  /**
   * Makes a part, or replaces its properties.
   *
   * @throws AzureFault for a parent that is not there.
   */
  putPart(input: {
    parentId: string;
    kind: FrontDoorPartKind;
    name: string;
    properties: ArmProperties;
  }): FrontDoorPart {
    const parent = this.findPart(input.parentId);
    const profileId = parent?.profileId ?? this.getProfile(input.parentId).id;
    const owner = parent?.id ?? profileId;
    const id = `${owner}/${SEGMENTS[input.kind]}/${input.name}`;
    const known = this.#parts.get(armKey(id));
    const { name, kind } = input;
    const properties = {
      ...defaultsFor(kind, name, known, this.#context.ids),
      ...input.properties,
    };
    if (known) {
      known.properties = properties;
      return known;
    }
    const { sequence, visibleAt } = this.#context.newAge();
    const part: FrontDoorPart = {
      ...{ id, name, kind, profileId, parentId: owner, properties },
      ...{ sequence, visibleAt },
    };
    this.#parts.set(armKey(id), part);
    const key = childrenKey(owner, kind);
    const siblings = this.#children.get(key) ?? new Map();
    this.#children.set(key, siblings.set(armKey(name), part));
    return part;
  }

  /**
   * Says how an origin is reached privately, or that it is not. Front Door asks
   * for a private endpoint after a while; origins of the same profile share one
   * for each target, location and group.
   *
   * @throws AzureFault for a profile or origin that cannot.
   */
  linkOrigin(origin: FrontDoorPart, link: OriginPrivateLink | undefined): void {
    const before = origin.privateLink;
    if (link) this.#requireLinkable(origin, link);
    origin.privateLink = link && {
      ...link,
      endpoint: this.#links.isSame(before, link) ? before?.endpoint : undefined,
    };
    if (before?.endpoint && !origin.privateLink?.endpoint) {
      this.#dropUnused(origin.profileId, before);
    }
    const { privateLink } = origin;
    if (!privateLink || privateLink.endpoint) return;
    const shared = this.#linksOf(origin.profileId).find(
      one => one.endpoint && this.#links.isSame(one, privateLink),
    );
    if (shared) privateLink.endpoint = shared.endpoint;
    else
      this.#links.request(privateLink, () => this.#linksOf(origin.profileId));
  }

  /** The part of this id. */
  findPart(id: string): FrontDoorPart | undefined {
    return this.#parts.get(armKey(id));
  }

  /** The part; an unknown id is `ResourceNotFound`. */
  getPart(id: string): FrontDoorPart {
    const part = this.findPart(id);
    if (!part) throw resourceNotFound(id);
    return part;
  }

  /** The parts of a kind that lie in a profile or in another part. */
  listParts(parent: string, kind: FrontDoorPartKind): FrontDoorPart[] {
    const children = this.#children.get(childrenKey(parent, kind));
    return [...(children?.values() ?? [])];
  }

  /** All parts of a kind, of all profiles. */
  allParts(kind: FrontDoorPartKind): FrontDoorPart[] {
    return [...this.#parts.values()].filter(part => part.kind === kind);
  }

  /** All parts of a kind in a profile, however deep they lie. */
  partsOfProfile(profileId: string, kind: FrontDoorPartKind): FrontDoorPart[] {
    return this.allParts(kind).filter(
      part => armKey(part.profileId) === armKey(profileId),
    );
  }

  /** Removes a part with what lies in it. */
  deletePart(id: string): void {
    const part = this.getPart(id);
    const inner = [...this.#parts.values()].filter(
      one => armKey(one.parentId) === armKey(part.id),
    );
    for (const one of inner) this.#remove(one);
    this.#remove(part);
  }

  #linksOf(profileId: string): OriginPrivateLink[] {
    return this.partsOfProfile(profileId, 'origins').flatMap(
      ({ privateLink }) => privateLink ?? [],
    );
  }

  #remove(part: FrontDoorPart): void {
    this.#parts.delete(armKey(part.id));
    this.#children
      .get(childrenKey(part.parentId, part.kind))
      ?.delete(armKey(part.name));
    if (part.privateLink) this.#dropUnused(part.profileId, part.privateLink);
  }

  #dropUnused(profileId: string, link: OriginPrivateLink): void {
    const isUsed = this.#linksOf(profileId).some(
      one => one.endpoint === link.endpoint,
    );
    if (link.endpoint && !isUsed) this.#links.remove(link.endpoint);
  }

  // Front Door's own words for these are not published.
  #requireLinkable(origin: FrontDoorPart, link: OriginPrivateLink): void {
    const { sku } = this.getProfile(origin.profileId);
    if (sku !== 'Premium_AzureFrontDoor') {
      throw new AzureFault(
        'BadRequest',
        `Private Link is not supported for profile ${origin.profileId}; it needs the SKU Premium_AzureFrontDoor.`,
      );
    }
    if (origin.properties.enforceCertificateNameCheck === false) {
      throw new AzureFault(
        'BadRequest',
        `Origin ${origin.id} uses Private Link and must enforce the certificate name check.`,
      );
    }
    this.#links.requireTarget(link.targetId, origin.id);
  }
}

function childrenKey(parent: string, kind: FrontDoorPartKind): string {
  return `${armKey(parent)}/${kind}`;
}
