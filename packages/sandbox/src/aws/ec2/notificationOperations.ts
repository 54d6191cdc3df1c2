import { ConnectionNotification } from '../../world';
import { applyFilters, FilterTable } from '../server/filters';
import { Operation, operation } from '../server/Operation';
import { ec2PageLimits, pageOf } from '../server/paging';
import { required } from '../server/required';
import { listVisible, pickByIds } from '../server/visible';
import * as shapes from './shapes/connectionShapes';
import { toUnsuccessful } from './unsuccessful';

const filters: FilterTable<ConnectionNotification> = {
  'connection-notification-arn': ({ topicArn }) => topicArn,
  'connection-notification-id': ({ id }) => id,
  'connection-notification-state': ({ state }) => state,
  'connection-notification-type': () => 'Topic',
  'service-id': ({ serviceId }) => serviceId,
  'vpc-endpoint-id': ({ endpointId }) => endpointId,
};

function toNotification(notification: ConnectionNotification) {
  return {
    ConnectionNotificationId: notification.id,
    ServiceId: notification.serviceId,
    VpcEndpointId: notification.endpointId,
    ConnectionNotificationType: 'Topic',
    ConnectionNotificationArn: notification.topicArn,
    ConnectionEvents: notification.events,
    ConnectionNotificationState: notification.state,
  };
}

const create = operation(
  'CreateVpcEndpointConnectionNotification',
  {
    input: shapes.createVpcEndpointConnectionNotificationRequest,
    output: shapes.createVpcEndpointConnectionNotificationResult,
  },
  ({ world, scope }, input) => {
    if (input.ServiceId) {
      world.endpointServices.getEndpointService(scope, input.ServiceId);
    }
    if (input.VpcEndpointId) {
      world.endpoints.getEndpoint(scope, input.VpcEndpointId);
    }
    const notification = world.notifications.createNotification(scope, {
      topicArn: required(
        input.ConnectionNotificationArn,
        'ConnectionNotificationArn',
      ),
      events: required(input.ConnectionEvents, 'ConnectionEvents'),
      serviceId: input.ServiceId,
      endpointId: input.VpcEndpointId,
    });
    return {
      ConnectionNotification: toNotification(notification),
      ClientToken: input.ClientToken,
    };
  },
);

const describe = operation(
  'DescribeVpcEndpointConnectionNotifications',
  {
    input: shapes.describeVpcEndpointConnectionNotificationsRequest,
    output: shapes.describeVpcEndpointConnectionNotificationsResult,
  },
  (call, input) => {
    const visible = listVisible(call, call.world.notifications.notifications);
    const id = input.ConnectionNotificationId;
    const picked = pickByIds(visible, id ? [id] : [], {
      code: 'InvalidConnectionNotification.NotFound',
      message: missing =>
        `The connection notification '${missing}' does not exist`,
    });
    const { records, nextToken } = pageOf(
      applyFilters(picked, input.Filters, filters),
      { size: input.MaxResults, token: input.NextToken, limits: ec2PageLimits },
    );
    return {
      ConnectionNotificationSet: records.map(toNotification),
      NextToken: nextToken,
    };
  },
);

const modify = operation(
  'ModifyVpcEndpointConnectionNotification',
  {
    input: shapes.modifyVpcEndpointConnectionNotificationRequest,
    output: shapes.modifyVpcEndpointConnectionNotificationResult,
  },
  ({ world, scope }, input) => {
    world.notifications.modifyNotification(
      scope,
      required(input.ConnectionNotificationId, 'ConnectionNotificationId'),
      {
        topicArn: input.ConnectionNotificationArn,
        events: input.ConnectionEvents,
      },
    );
    return { ReturnValue: true };
  },
);

const remove = operation(
  'DeleteVpcEndpointConnectionNotifications',
  {
    input: shapes.deleteVpcEndpointConnectionNotificationsRequest,
    output: shapes.deleteVpcEndpointConnectionNotificationsResult,
  },
  ({ world, scope }, input) => ({
    Unsuccessful: toUnsuccessful(
      world.notifications.deleteNotifications(
        scope,
        required(input.ConnectionNotificationIds, 'ConnectionNotificationId'),
      ),
    ),
  }),
);

/** Connection notifications. @internal */
export const notificationOperations: Operation[] = [
  create,
  describe,
  modify,
  remove,
];
