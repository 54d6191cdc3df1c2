import { AwsFault, UnsuccessfulItem } from '../../world';

/**
 * Makes a fault of the first entry of an `Unsuccessful` list.
 * @throws AwsFault if the list has one.
 * @internal
 */
export function failOnUnsuccessful(items: UnsuccessfulItem[]): void {
  const [item] = items;
  if (item) {
    throw new AwsFault(item.code, item.message);
  }
}
