import { randomUUID } from 'node:crypto';
import { ConnectionEvent, Endpoint } from './types';

/** The oldest messages go when there are more than these. */
const MOST_KEPT = 1000;

/**
 * A message as SNS sends it to subscribers over HTTP: the fields are those of the SNS guide,
 * "HTTP/HTTPS notification JSON format". The sandbox cannot sign for AWS, so what belongs to the
 * signature and the subscription is empty.
 *
 * @public
 */
export interface TopicMessage {
  Type: 'Notification';
  MessageId: string;
  TopicArn: string;
  /** JSON. AWS does not publish what it holds; the sandbox names its fields as the EC2 API does. */
  Message: string;
  /** ISO 8601. */
  Timestamp: string;
  SignatureVersion: '1';
  Signature: '';
  SigningCertURL: '';
  UnsubscribeURL: '';
}

/**
 * What would be published to SNS topics. There is no SNS here: nothing is delivered, and what would be
 * can be read.
 *
 * @public
 */
export class TopicMessages {
  readonly #messages: TopicMessage[] = [];

  /** Keeps the message of a connection's event. */
  publish(
    topicArn: string,
    subject: { event: ConnectionEvent; endpoint: Endpoint; at: number },
  ): void {
    const { event, endpoint, at } = subject;
    this.#messages.push({
      Type: 'Notification',
      MessageId: randomUUID(),
      TopicArn: topicArn,
      Message: JSON.stringify({
        ConnectionEvent: event,
        ServiceId: endpoint.serviceId,
        VpcEndpointId: endpoint.id,
        VpcEndpointOwner: endpoint.accountId,
        VpcEndpointRegion: endpoint.region,
      }),
      Timestamp: new Date(at).toISOString(),
      SignatureVersion: '1',
      Signature: '',
      SigningCertURL: '',
      UnsubscribeURL: '',
    });
    this.#messages.splice(0, this.#messages.length - MOST_KEPT);
  }

  /** The messages, oldest first; all topics unless one is given. */
  list(topicArn?: string): TopicMessage[] {
    return this.#messages.filter(
      message => (topicArn ?? message.TopicArn) === message.TopicArn,
    );
  }

  /** Forgets all messages. */
  clear(): void {
    this.#messages.length = 0;
  }
}
