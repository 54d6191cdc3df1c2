import { ReadFile } from '../readFile';
import { PlacedValue } from '../targets';

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

/** What a file grants; a list that it doesn't tell the whole of may have anybody. */
function grantsIn(path: string, read: ReadFile): Grant[] {
  const attachments = read.configurations
    .filter(({ kind }) => kind === 'ServiceAttachment')
    .flatMap(({ name = '', spec }) =>
      consumersOf(spec).map(consumer => ({
        path,
        id: `ServiceAttachment ${name}`,
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

  /** Takes in what a file granted before. */
  addBefore(path: string, read: ReadFile): void {
    this.before.push(...grantsIn(path, read));
  }

  /** Takes in what a file grants today. */
  addNow(path: string, read: ReadFile): void {
    for (const { id, consumer } of grantsIn(path, read))
      this.now.add(`${id} ${consumer}`);
  }

  /** Words of which a file has one if it may hold any of it. */
  get names(): string[] {
    return this.before.map(({ id }) => id.split(/[ .]/).at(-1) ?? id);
  }

  /** Who is no longer let in, by the file that let them in. */
  removed(): Map<string, PlacedValue[]> {
    const gone = new Map<string, PlacedValue[]>();
    for (const { path, id, consumer } of this.before) {
      const isThere = [consumer, '*'].some(one => this.now.has(`${id} ${one}`));
      if (isThere) continue;
      const listed = gone.get(path) ?? [];
      gone.set(path, [...listed, { value: consumer, line: 1, column: 1 }]);
    }
    return gone;
  }
}
