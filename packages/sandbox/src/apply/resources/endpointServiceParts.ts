import { WaitingError } from '../WaitingError';
import { failOnUnsuccessful } from './failOnUnsuccessful';
import {
  optionalBoolean,
  optionalString,
  requiredString,
  stringList,
} from './args';
import { ResourceHandler } from './ResourceHandler';

/**
 * `aws_vpc_endpoint_service_allowed_principal`.
 * @internal
 */
export const allowedPrincipalResource: ResourceHandler = {
  create(args, { world, scope }) {
    const serviceId = requiredString(args, 'vpc_endpoint_service_id');
    const principal = requiredString(args, 'principal_arn');
    const { endpointServices } = world;
    const service = endpointServices.getEndpointService(scope, serviceId);
    endpointServices.principals.add(service, [principal]);
    return {
      ...args,
      id: service.allowedPrincipals.get(principal)?.permissionId ?? null,
    };
  },

  read({ args, attributes }, { world, scope }) {
    const id = requiredString(args, 'vpc_endpoint_service_id');
    const service = world.endpointServices.services.getIn(scope, id);
    const principal = requiredString(args, 'principal_arn');
    return service?.allowedPrincipals.has(principal) ? attributes : undefined;
  },

  destroy({ args }, { world, scope }) {
    const id = requiredString(args, 'vpc_endpoint_service_id');
    const service = world.endpointServices.services.getIn(scope, id);
    const principal = requiredString(args, 'principal_arn');
    if (service?.allowedPrincipals.has(principal)) {
      world.endpointServices.principals.remove(service, [principal]);
    }
  },
};

/**
 * `aws_vpc_endpoint_service_private_dns_verification`: starts one verification, and waits for its
 * result if told to.
 * @internal
 */
export const privateDnsVerificationResource: ResourceHandler = {
  create(args, { world, scope }) {
    const id = requiredString(args, 'service_id');
    const service = world.endpointServices.getEndpointService(scope, id);
    const isVerified = service.privateDns?.state === 'verified';
    if (!isVerified) {
      world.endpointServices.startDomainVerification(scope, id);
    }
    if (optionalBoolean(args, 'wait_for_verification') && !isVerified) {
      throw new WaitingError(
        `The private DNS name of ${id} is not verified yet`,
      );
    }
    return { ...args, id };
  },

  read({ args, attributes }, { world, scope }) {
    const id = requiredString(args, 'service_id');
    const service = world.endpointServices.services.getIn(scope, id);
    return service && attributes;
  },

  // A verification cannot be taken back; Terraform only forgets it.
  destroy() {},
};

/**
 * `aws_vpc_endpoint_connection_notification`.
 * @internal
 */
export const connectionNotificationResource: ResourceHandler = {
  create(args, { world, scope }) {
    const notification = world.notifications.createNotification(scope, {
      topicArn: requiredString(args, 'connection_notification_arn'),
      events: stringList(args, 'connection_events'),
      serviceId: optionalString(args, 'vpc_endpoint_service_id'),
      endpointId: optionalString(args, 'vpc_endpoint_id'),
    });
    return { ...args, id: notification.id, state: notification.state };
  },

  read({ attributes }, { world, scope }) {
    const id = requiredString(attributes, 'id');
    return world.notifications.notifications.getIn(scope, id) && attributes;
  },

  destroy({ attributes }, { world, scope }) {
    const id = requiredString(attributes, 'id');
    if (world.notifications.notifications.getIn(scope, id)) {
      failOnUnsuccessful(world.notifications.deleteNotifications(scope, [id]));
    }
  },
};
