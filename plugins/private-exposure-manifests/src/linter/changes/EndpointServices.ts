import { Place } from '../../read/SourceText';
import {
  EndpointServiceTarget,
  InfrastructureChange,
  PlacedValue,
} from '../targets';
import { FILE_START, nearestPlace, placesOf } from './nearestPlace';
import { takenOut } from './takenOut';

/** The service that something stands in or below. */
function ownerOf(services: readonly PlacedValue[], { line }: Place) {
  return services.filter(service => service.line <= line).at(-1);
}

/** What stands in one file today. */
interface Standing {
  services: PlacedValue[];
  principals: Place[];
  privateNames: Place[];
}

/** Endpoint services of AWS before a change, with those whom they let in and their names, and what of it is still there. @internal */
export class EndpointServices {
  private readonly before: EndpointServiceTarget[] = [];
  private readonly addresses = new Set<string>();
  private readonly principals = new Set<string>();
  private readonly privateNames = new Set<string>();
  private readonly standing = new Map<string, Standing>();

  /** Takes in what a file had before. */
  addBefore(services: readonly EndpointServiceTarget[]): void {
    this.before.push(...services);
  }

  /** Takes in what a file has today. */
  addNow(path: string, targets: readonly EndpointServiceTarget[]): void {
    for (const target of targets) {
      const { services, movedFrom, principals, privateDnsNames } = target;
      for (const { value } of [...services, ...movedFrom])
        this.addresses.add(value);
      for (const { value } of principals) this.principals.add(value);
      for (const { value } of privateDnsNames) this.privateNames.add(value);
      const standing = this.standing.get(path) ?? {
        services: [],
        principals: [],
        privateNames: [],
      };
      this.standing.set(path, standing);
      standing.services.push(...services);
      standing.principals.push(...placesOf(principals));
      standing.privateNames.push(...placesOf(privateDnsNames));
    }
  }

  /** What is gone, at the nearest place of its service that is left. */
  removed(): InfrastructureChange[] {
    return this.before.flatMap(target => this.removedFrom(target) ?? []);
  }

  private removedFrom(
    target: EndpointServiceTarget,
  ): InfrastructureChange | undefined {
    const { path } = target;
    const gone = target.services.filter(
      ({ value }) => !this.addresses.has(value),
    );
    const barred = target.principals.filter(
      ({ value }) => !this.principals.has(value),
    );
    // With the service, its name goes too.
    const renamed =
      gone.length < target.services.length
        ? target.privateDnsNames.filter(
            ({ value }) => !this.privateNames.has(value),
          )
        : [];
    if (gone.length + barred.length + renamed.length === 0) return undefined;
    const place =
      (sort?: 'principals' | 'privateNames') => (one: PlacedValue) => ({
        value: one.value,
        ...this.placeOfGone(target, one, sort),
      });
    return takenOut(path, {
      removedServices: gone.map(place()),
      removedPrincipals: barred.map(place('principals')),
      removedPrivateNames: renamed.map(place('privateNames')),
    });
  }

  /** The nearest of its sort in the same service, else the service, else the nearest of its sort or a service. */
  private placeOfGone(
    { path, services }: EndpointServiceTarget,
    former: PlacedValue,
    sort: 'principals' | 'privateNames' | undefined,
  ): Place {
    const standing = this.standing.get(path);
    if (!standing) return FILE_START;
    const near = sort && nearestPlace(standing[sort], former);
    const owner = sort && ownerOf(services, former)?.value;
    const left = standing.services.find(({ value }) => value === owner);
    const isOfOwner =
      near && left && ownerOf(standing.services, near)?.value === owner;
    const [place = FILE_START] = placesOf(
      [
        isOfOwner ? near : left ?? near,
        nearestPlace(standing.services, former),
      ].filter(one => one !== undefined),
    );
    return place;
  }
}
