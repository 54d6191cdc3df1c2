import { AwsFault } from './AwsFault';
import { ScopedCollection } from './ScopedCollection';
import { TopicMessages } from './TopicMessages';
import {
  ConnectionEvent,
  ConnectionNotification,
  Endpoint,
  Scope,
  UnsuccessfulItem,
} from './types';
import { WorldContext } from './WorldContext';

const EVENTS: readonly ConnectionEvent[] = [
  'Accept',
  'Connect',
  'Delete',
  'Reject',
];

function checkEvents(events: string[]): ConnectionEvent[] {
  const known = EVENTS.filter(event => events.includes(event));
  const unknown = events.find(event => !known.some(one => one === event));
  if (unknown !== undefined || events.length === 0) {
    throw new AwsFault(
      'InvalidParameter',
      `Invalid connection event '${
        unknown ?? ''
      }'; the events are ${EVENTS.join(', ')}`,
    );
  }
  return known;
}

function checkTopic(topicArn: string): string {
  if (!/^arn:aws[a-z-]*:sns:[a-z0-9-]+:\d{12}:.+/.test(topicArn)) {
    throw new AwsFault(
      'InvalidParameter',
      `'${topicArn}' is not the ARN of an SNS topic`,
    );
  }
  return topicArn;
}

/**
 * Connection notifications, of endpoint services and of endpoints. What they
 * publish is in `messages`.
 *
 * @public
 */
export class ConnectionNotifications {
  readonly notifications = new ScopedCollection<ConnectionNotification>();
  readonly messages = new TopicMessages();
  readonly #context: WorldContext;

  constructor(context: WorldContext) {
    this.#context = context;
  }

  /** Creates a notification for a service or an endpoint. */
  createNotification(
    scope: Scope,
    input: {
      topicArn: string;
      events: string[];
      serviceId?: string;
      endpointId?: string;
    },
  ): ConnectionNotification {
    if (Boolean(input.serviceId) === Boolean(input.endpointId)) {
      throw new AwsFault(
        'InvalidParameterCombination',
        'Specify either ServiceId or VpcEndpointId',
      );
    }
    return this.notifications.add({
      ...this.#context.newRecord(
        scope,
        this.#context.ids.resourceId('vpce-nfn'),
      ),
      topicArn: checkTopic(input.topicArn),
      events: checkEvents(input.events),
      serviceId: input.serviceId,
      endpointId: input.endpointId,
      state: 'Enabled',
    });
  }

  /** Publishes an event of a connection to the topics that are notified of it. */
  publish(event: ConnectionEvent, endpoint: Endpoint): void {
    const at = this.#context.clock.now();
    const told = [endpoint.provider, endpoint].flatMap(scope =>
      this.notifications.list(scope),
    );
    for (const notification of new Set(told)) {
      const { serviceId, endpointId, events, topicArn } = notification;
      const isMeant =
        serviceId === endpoint.serviceId || endpointId === endpoint.id;
      if (isMeant && events.includes(event)) {
        this.messages.publish(topicArn, { event, endpoint, at });
      }
    }
  }

  /** Changes topic or events. */
  modifyNotification(
    scope: Scope,
    id: string,
    change: { topicArn?: string; events?: string[] },
  ): void {
    const notification = this.notifications.getIn(scope, id);
    if (!notification) {
      throw new AwsFault(
        'InvalidConnectionNotification.NotFound',
        `The connection notification '${id}' does not exist`,
      );
    }
    const topicArn = change.topicArn && checkTopic(change.topicArn);
    const events = change.events && checkEvents(change.events);
    notification.topicArn = topicArn ?? notification.topicArn;
    notification.events = events ?? notification.events;
  }

  /** Deletes notifications; unknown ones are in the answer. */
  deleteNotifications(scope: Scope, ids: string[]): UnsuccessfulItem[] {
    return ids.flatMap(resourceId => {
      if (!this.notifications.getIn(scope, resourceId)) {
        return {
          resourceId,
          code: 'InvalidConnectionNotification.NotFound',
          message: `The connection notification '${resourceId}' does not exist`,
        };
      }
      this.notifications.remove(resourceId);
      return [];
    });
  }
}
