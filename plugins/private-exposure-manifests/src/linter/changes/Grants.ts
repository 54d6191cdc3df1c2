import { ReadFile } from '../readFile';
import { Place } from '../../read/SourceText';
import { PlacedValue } from '../targets';
import { FILE_START } from './nearestPlace';

/** Who may connect to one thing that is published, outside AWS. */
interface Grant {
  path: string;
  /** What tells it from others. */
  id: string;
  consumer: string;
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The projects and networks that a service attachment of GKE lets in. */
function consumersOf({ consumerAllowList: list }: Record<string, unknown>) {
  if (!Array.isArray(list)) return [];
  return list.filter(isMap).flatMap(({ project, network }) => {
    const consumer = project ?? network;
    return consumer === undefined ? [] : [String(consumer)];
  });
}

const attachmentId = (name = '') => `ServiceAttachment ${name}`;

/** Where a file says who may connect, by what is published; where that stands if it says nothing. */
function listsIn(read: ReadFile): [id: string, Place][] {
  return [
    ...read.configurations
      .filter(({ kind }) => kind === 'ServiceAttachment')
      .map(({ name, placeOf }): [string, Place] => [
        attachmentId(name),
        placeOf('consumerAllowList'),
      ]),
    ...read.privateLinkServices.map((service): [string, Place] => [
      service.value,
      service.visibility[0] ?? service,
    ]),
  ];
}

/** What a file grants; a list that it doesn't tell the whole of may have anybody. */
function grantsIn(path: string, read: ReadFile): Grant[] {
  const attachments = read.configurations
    .filter(({ kind }) => kind === 'ServiceAttachment')
    .flatMap(({ name, spec }) =>
      consumersOf(spec).map(consumer => ({
        path,
        id: attachmentId(name),
        consumer,
      })),
    );
  const services = read.privateLinkServices.flatMap(service => {
    const { value: id, visibility, visibilityIsWhole } = service;
    const consumers = visibility.map(({ value }) => value);
    return (visibilityIsWhole ? consumers : [...consumers, '*']).map(
      consumer => ({ path, id, consumer }),
    );
  });
  return [...attachments, ...services];
}

/** Who could connect before a change to what is published on Azure and Google Cloud, and still can. @internal */
export class Grants {
  private readonly before: Grant[] = [];
  private readonly now = new Set<string>();
  /** Where the lists of today stand, by their files and what is published. */
  private readonly lists = new Map<string, Place>();

  /** Takes in what a file granted before. */
  addBefore(path: string, read: ReadFile): void {
    this.before.push(...grantsIn(path, read));
  }

  /** Takes in what a file grants today. */
  addNow(path: string, read: ReadFile): void {
    for (const { id, consumer } of grantsIn(path, read))
      this.now.add(`${id} ${consumer}`);
    for (const [id, { line, column }] of listsIn(read))
      this.lists.set(`${path} ${id}`, { line, column });
  }

  /** Words of which a file has one if it may hold any of it. */
  get names(): string[] {
    return this.before.map(({ id }) => id.split(/[ .]/).at(-1) ?? id);
  }

  /** Who is no longer let in, by the file that let them in, at the list that they stood in if it is still there. */
  removed(): Map<string, PlacedValue[]> {
    const gone = new Map<string, PlacedValue[]>();
    for (const { path, id, consumer } of this.before) {
      const isThere = [consumer, '*'].some(one => this.now.has(`${id} ${one}`));
      if (isThere) continue;
      const listed = gone.get(path) ?? [];
      const place = this.lists.get(`${path} ${id}`) ?? FILE_START;
      gone.set(path, [...listed, { value: consumer, ...place }]);
    }
    return gone;
  }
}
