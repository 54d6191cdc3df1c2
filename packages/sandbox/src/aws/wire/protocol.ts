import { Member } from './shapes';

/** The protocols whose requests are forms. @internal */
export type FormProtocolName = 'ec2' | 'query';

/** The request and answer formats of the services played here. @internal */
export type ProtocolName = FormProtocolName | 'rest-xml' | 'json' | 'rest-json';

/**
 * What a member is called in a request.
 *
 * @remarks
 * EC2 has its own rule: an explicit request name, or the answer's name with a
 * capital first letter. The other protocols use one name for both.
 *
 * @internal
 */
export function requestNameOf(protocol: ProtocolName, member: Member): string {
  if (protocol !== 'ec2') return member.wireName;
  return (
    member.requestName ??
    member.wireName.charAt(0).toUpperCase() + member.wireName.slice(1)
  );
}

/** What the elements of a list are called by default. @internal */
export const DEFAULT_ELEMENT_NAME = 'member';
