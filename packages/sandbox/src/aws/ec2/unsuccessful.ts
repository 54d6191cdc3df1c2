import { UnsuccessfulItem } from '../../world';

/** The entries of an `Unsuccessful` list. @internal */
export function toUnsuccessful(items: UnsuccessfulItem[]) {
  return items.map(({ resourceId, code, message }) => ({
    ResourceId: resourceId,
    Error: { Code: code, Message: message },
  }));
}
