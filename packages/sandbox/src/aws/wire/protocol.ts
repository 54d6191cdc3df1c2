import { Member } from './shapes';

/** The two request and answer formats of the services played here. @internal */
export type ProtocolName = 'ec2' | 'query';

/**
 * What a member is called in a request.
 *
 * @remarks
 * EC2 has its own rule: an explicit request name, or the answer's name with a
 * capital first letter. The query protocol uses one name for both.
 *
 * @internal
 */
export function requestNameOf(protocol: ProtocolName, member: Member): string {
  if (protocol === 'query') return member.wireName;
  return (
    member.requestName ??
    member.wireName.charAt(0).toUpperCase() + member.wireName.slice(1)
  );
}

/** What the elements of a list are called by default. @internal */
export const DEFAULT_ELEMENT_NAME = 'member';
