import { Place } from '../../read/SourceText';
import { LintInput, readFile, ReadFile, ReadFileOptions } from '../readFile';
import { PlaceTarget } from '../readPlaces';
import { ChangeTarget, CloudFrontTarget, VpcOriginFacts } from '../targets';
import { EndpointServices } from './EndpointServices';
import { Grants } from './Grants';
import { identify, nameOf, searchName } from './identify';
import { FILE_START, nearestPlace, placesOf } from './nearestPlace';
import { takenOut } from './takenOut';

type ExposedTarget = Extract<PlaceTarget, { type: 'service' | 'ingress' }>;

interface BaseObject {
  id: string;
  target: ExposedTarget;
}

const isExposed = (target: PlaceTarget): target is ExposedTarget =>
  target.type === 'service' || target.type === 'ingress';

function objectsIn(places: readonly PlaceTarget[]): BaseObject[] {
  return places.filter(isExposed).flatMap(target => {
    const id = identify(target);
    return id === undefined ? [] : [{ id, target }];
  });
}

/** What files were before a change, and what of it is still there. @internal */
export class Changes {
  private readonly base = new Map<string, BaseObject[]>();
  private readonly services = new EndpointServices();
  private readonly vpcOrigins = new Map<string, VpcOriginFacts[]>();
  private readonly names = new Set<string>();
  /** Where the objects of the base stand now, by what they are called. */
  private readonly now = new Map<string, Set<string>>();
  private readonly grants = new Grants();
  /** Where objects of today stand, by their files: what is gone is said at the nearest one. */
  private readonly standing = new Map<string, Place[]>();

  constructor(files: readonly LintInput[], options: ReadFileOptions) {
    for (const file of files) {
      const read = readFile(file, options);
      const { places, services, cloudFronts } = read;
      this.grants.addBefore(file.path, read);
      const objects = objectsIn(places);
      this.base.set(file.path, objects);
      this.services.addBefore(services);
      this.vpcOrigins.set(
        file.path,
        cloudFronts.flatMap(({ vpcOrigins }) => vpcOrigins),
      );
      for (const { target } of objects) {
        const name = searchName(target);
        if (name !== undefined) this.names.add(name);
      }
    }
    for (const name of this.grants.names) this.names.add(name);
  }

  /** Whether a file of today may hold something of the base. */
  concerns({ path, content }: LintInput): boolean {
    if (this.base.has(path)) return true;
    return [...this.names].some(name => content.includes(name));
  }

  /** Takes in what a file holds today. */
  learn(path: string, read: ReadFile): void {
    const { places, services } = read;
    this.grants.addNow(path, read);
    const objects = objectsIn(places);
    const standing = this.standing.get(path) ?? [];
    standing.push(...placesOf(objects.map(({ target }) => target)));
    this.standing.set(path, standing);
    for (const { id } of objects) {
      const paths = this.now.get(id) ?? new Set();
      this.now.set(id, paths.add(path));
    }
    this.services.addNow(path, services);
  }

  /** What changes in a file of today. */
  changesIn(
    path: string,
    places: readonly PlaceTarget[],
    hasEndpointService: boolean,
  ): ChangeTarget[] {
    return objectsIn(places).flatMap(({ id, target }) => {
      const before = this.findBefore(path, id, target);
      if (!before) return [];
      const { line, column } = target;
      const place = { path, line, column, hasEndpointService };
      const name = nameOf(target);
      return link({ ...place, name }, before, target);
    });
  }

  /** VPC origins of a file of today that were used, and are set otherwise now. */
  vpcOriginsIn(
    path: string,
    cloudFronts: readonly CloudFrontTarget[],
  ): ChangeTarget[] {
    const before = this.vpcOrigins.get(path) ?? [];
    return cloudFronts
      .flatMap(({ vpcOrigins }) => vpcOrigins)
      .flatMap(({ value, settings, line, column }): ChangeTarget[] => {
        const was = before.find(origin => origin.value === value);
        if (!was || was.settings === settings || was.usedBy.length === 0)
          return [];
        const changed = { value, line, column, usedBy: was.usedBy };
        return [
          {
            type: 'change',
            subject: 'infrastructure',
            ...{ path, line, column },
            removedServices: [],
            removedPrincipals: [],
            removedPrivateNames: [],
            changedVpcOrigins: [changed],
          },
        ];
      });
  }

  /** What is gone. All files are to be learned before. */
  removed(hasEndpointService: boolean): ChangeTarget[] {
    const objects = [...this.base].flatMap(([path, known]) =>
      known
        // What has no name may stand anywhere now.
        .filter(
          ({ id, target }) =>
            searchName(target) !== undefined && !this.isStillThere(path, id),
        )
        .flatMap(({ target }) =>
          link(
            {
              path,
              ...this.nearestIn(path, target),
              name: nameOf(target),
              hasEndpointService,
            },
            target,
            undefined,
          ),
        ),
    );
    const grants = [...this.grants.removed()].map(([path, consumers]) =>
      takenOut(path, { removedPrincipals: consumers }),
    );
    return [...objects, ...this.services.removed(), ...grants];
  }

  /** The same thing before the change: in the same file, or in one that no longer has it. */
  private findBefore(path: string, id: string, target: ExposedTarget) {
    const own = this.base.get(path)?.find(other => other.id === id);
    if (own) return own.target;
    // Without a name, the same path in another file says nothing.
    if (searchName(target) === undefined) return undefined;
    for (const [other, known] of this.base) {
      const moved = known.find(object => object.id === id);
      if (moved && !this.now.get(id)?.has(other)) return moved.target;
    }
    return undefined;
  }

  private nearestIn(path: string, former: Place): Place {
    return nearestPlace(this.standing.get(path) ?? [], former) ?? FILE_START;
  }

  private isStillThere(path: string, id: string): boolean {
    const paths = this.now.get(id);
    if (!paths) return false;
    // In a file that had it before as well, it is another one: folders for stages have the same names.
    return (
      paths.has(path) ||
      [...paths].some(
        other => !this.base.get(other)?.some(object => object.id === id),
      )
    );
  }
}

function link(
  about: Pick<
    Extract<ChangeTarget, { subject: 'service' }>,
    'path' | 'line' | 'column' | 'name' | 'hasEndpointService'
  >,
  before: ExposedTarget,
  after: ExposedTarget | undefined,
): ChangeTarget[] {
  const change = { type: 'change' as const, ...about };
  if (before.type === 'service' && (!after || after.type === 'service'))
    return [{ ...change, subject: 'service', before, after }];
  if (before.type === 'ingress' && (!after || after.type === 'ingress'))
    return [{ ...change, subject: 'ingress', before, after }];
  return [];
}
