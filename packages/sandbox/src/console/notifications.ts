import { formatTime } from '../git/web/headings';
import { html, SafeHtml } from '../git/web/html';
import { EndpointService, World } from '../world';

/** How many messages the page shows. */
const MOST_SHOWN = 20;

/**
 * The topics that are told of an endpoint service's connections, and what was published to them.
 * @internal
 */
export function notifications(
  world: World,
  service: EndpointService,
): SafeHtml {
  const list = world.notifications.notifications
    .list(service)
    .filter(({ serviceId }) => serviceId === service.id);
  if (list.length === 0) {
    return html`<p>No topic is notified of this service's connections.</p>`;
  }
  return html`<ul>
      ${list.map(
        ({ topicArn, events }) =>
          html`<li><code>${topicArn}</code> on ${events.join(', ')}</li>`,
      )}
    </ul>
    ${messages(
      world,
      list.map(({ topicArn }) => topicArn),
    )}`;
}

function messages(world: World, topics: string[]): SafeHtml {
  const published = [...new Set(topics)]
    .flatMap(topicArn => world.notifications.messages.list(topicArn))
    .sort((left, right) => right.Timestamp.localeCompare(left.Timestamp))
    .slice(0, MOST_SHOWN);
  if (published.length === 0) {
    return html`<p>Nothing was published yet.</p>`;
  }
  return html`<table>
    <thead>
      <tr>
        <th>Published</th>
        <th>Topic</th>
        <th>Message</th>
      </tr>
    </thead>
    <tbody>
      ${published.map(
        ({ Timestamp, TopicArn, Message }) => html`<tr>
          <td>${formatTime(Timestamp)}</td>
          <td class="mono">${TopicArn.split(':').pop() ?? ''}</td>
          <td class="mono">${Message}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}
