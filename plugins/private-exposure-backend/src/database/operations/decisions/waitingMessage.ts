/**
 * What a decision says while it waits for a second person.
 *
 * @param person - who approved last
 * @param doubt - why it is not known whether they have a part in the change
 * @internal
 */
export function waitingMessage(person: string, doubt?: string): string {
  const waits = 'Waits for the approval of a second person.';
  return doubt === undefined
    ? waits
    : `${waits} Whether ${person} has a part in the change is not known: ${doubt}.`;
}
