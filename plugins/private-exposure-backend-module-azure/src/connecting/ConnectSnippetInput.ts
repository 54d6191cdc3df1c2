/** What a consumer's files are made from. @internal */
export interface ConnectSnippetInput {
  /** What people call the service. */
  title: string;
  /** What the endpoint connects to. */
  target: ConnectTarget;
}

/** What a private endpoint connects to. @internal */
export type ConnectTarget =
  | {
      /** A private link service, by a name that tells nothing of where it is. */
      type: 'alias';
      alias: string;
    }
  | {
      /** Another resource, by its id and one of its group ids. */
      type: 'resource';
      id: string;
      /** The group ids of its type; none where they are not known. */
      groupIds: readonly string[];
    };

/**
 * The group id to write down, where there is just one; `undefined` where the consumer has to choose it.
 *
 * @internal
 */
export function onlyGroupId(groupIds: readonly string[]): string | undefined {
  return groupIds.length === 1 ? groupIds[0] : undefined;
}

/**
 * What to tell a consumer who has to choose a group id.
 *
 * @internal
 */
export function groupIdChoice(groupIds: readonly string[]): string {
  return groupIds.length > 0
    ? `What to connect to: ${groupIds.join(', ')}`
    : 'What to connect to: a group id that the resource lists under privateLinkResources';
}
