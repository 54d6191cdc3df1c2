import { Place } from '../../read/SourceText';

/** Where a file begins: the place of what is gone from a file in which nothing of its sort is left. @internal */
export const FILE_START: Readonly<Place> = { line: 1, column: 1 };

/** The places alone of what is placed, which may keep the text of its file alive. @internal */
export function placesOf(placed: readonly Place[]): Place[] {
  return placed.map(({ line, column }) => ({ line, column }));
}

/** The place that is nearest to a former one of the same file; `undefined` where there is none. @internal */
export function nearestPlace(
  places: readonly Place[],
  former: Place,
): Place | undefined {
  const distance = ({ line }: Place) => Math.abs(line - former.line);
  return places.reduce<Place | undefined>(
    (best, place) => (best && distance(best) <= distance(place) ? best : place),
    undefined,
  );
}
