import { valueAt } from '../edit/editManifest';
import { isSameValue } from '../verify/sameValue';
import { accessIds } from './cloudFormationExposure';

/** What a template says of an endpoint service's access, and the rest of it, as plain values. @internal */
export interface AccessParts {
  permissions: unknown;
  notification: unknown;
  rest: unknown;
}

/** Parts a template into the resources that say who has access to a service, and the rest. @internal */
export function partAccess(
  template: unknown,
  serviceName: string,
): AccessParts {
  const ids = accessIds(serviceName);
  const resources = new Map<string, unknown>(
    Object.entries(Object(valueAt(template, ['Resources']))),
  );
  const [permissions, notification] = [ids.permissions, ids.notification].map(
    id => resources.get(id),
  );
  resources.delete(ids.permissions);
  resources.delete(ids.notification);
  const Resources = Object.fromEntries(resources);
  return {
    permissions,
    notification,
    rest: { ...Object(template), Resources },
  };
}

function textsAt(resource: unknown, property: string): string[] {
  const list = valueAt(resource, ['Properties', property]);
  return Array.isArray(list)
    ? list.filter(item => typeof item === 'string')
    : [];
}

/** Who may ask to connect. @internal */
export function principalsOf({ permissions }: AccessParts): string[] {
  return textsAt(permissions, 'AllowedPrincipals');
}

/** The topic that is told of connections. @internal */
export function topicOf({ notification }: AccessParts): string | undefined {
  const arn = valueAt(notification, [
    'Properties',
    'ConnectionNotificationArn',
  ]);
  return typeof arn === 'string' ? arn : undefined;
}

/**
 * Whether the resources differ from those that the builders write in nothing but principals, topic and events.
 *
 * @internal
 */
export function isAccessAsWritten(
  parts: AccessParts,
  serviceName: string,
): boolean {
  const ServiceId = { Ref: accessIds(serviceName).service };
  const written = {
    permissions: {
      Type: 'AWS::EC2::VPCEndpointServicePermissions',
      Properties: { AllowedPrincipals: principalsOf(parts), ServiceId },
    },
    notification: {
      Type: 'AWS::EC2::VPCEndpointConnectionNotification',
      Properties: {
        ConnectionEvents: textsAt(parts.notification, 'ConnectionEvents'),
        ConnectionNotificationArn: topicOf(parts),
        ServiceId,
      },
    },
  };
  return (['permissions', 'notification'] as const).every(
    key => parts[key] === undefined || isSameValue(parts[key], written[key]),
  );
}

/** Whether two templates give the same; the order of principals does not matter. @internal */
export function isSameAccess(left: AccessParts, right: AccessParts): boolean {
  const sorted = (parts: AccessParts) => [...principalsOf(parts)].sort();
  return (
    isSameValue(left.rest, right.rest) &&
    isSameValue(left.notification, right.notification) &&
    isSameValue(sorted(left), sorted(right))
  );
}
