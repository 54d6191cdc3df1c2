import { PlaceTarget } from '../readPlaces';

/** What a place is called from one version of its file to the next; `undefined` for what has no lasting name. */
export function identify({
  kind,
  object,
  documentPath,
}: PlaceTarget): string | undefined {
  const name = object?.metadata.name;
  return name === undefined
    ? documentPath
    : `${kind} ${object?.metadata.namespace ?? ''}/${name}`;
}

/** What people call it. */
export function nameOf({ kind, object, documentPath }: PlaceTarget): string {
  const name = object?.metadata.name;
  return name === undefined
    ? documentPath ?? 'an unnamed object'
    : `${kind} ${name}`;
}

/** The name of a whole object alone, by which other files may be searched for it. */
export function searchName({ object }: PlaceTarget): string | undefined {
  return object?.metadata.name;
}
