import { createRule } from '../createRule';
import { exampleOrigin } from './frontDoorExamples';

/** Azure's own limit. */
const MAX_LENGTH = 140;
const WITH_ID =
  /^Private exposure request [0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** A request that cannot be told from a stranger's. @internal */
export const frontDoorRequestMessage = createRule({
  id: 'infrastructure/front-door-request-message',
  severity: 'info',
  reads: 'front-door',
  page: {
    summary: 'The message of a Front Door’s request could be anybody’s.',
    why: 'Its endpoint lies in a subscription of Microsoft, so that the message is what tells its request from others at the approval. The portal takes a connection for a change’s only by “Private exposure request” and a random UUID (version 4). More than 140 characters are an error, for Azure refuses them.',
    bad: exampleOrigin({ message: 'Please approve' }),
    good: exampleOrigin({}),
    path: 'main.tf',
    source: 'https://learn.microsoft.com/azure/frontdoor/private-link',
  },
  check(target, report) {
    for (const origin of target.origins) {
      const { privateLink } = origin;
      if (typeof privateLink !== 'object' || privateLink.isComputed) continue;
      const { message } = privateLink;
      const text = message?.value ?? '';
      if (WITH_ID.test(text)) continue;
      const isTooLong = text.length > MAX_LENGTH;
      report({
        at: message ?? origin,
        severity: isTooLong ? 'error' : undefined,
        message: isTooLong
          ? `The request message of ${origin.value} has ${text.length} characters; Azure takes ${MAX_LENGTH}`
          : `Nothing in the request message of ${origin.value} tells it from a stranger's`,
        remedy:
          "Write 'Private exposure request ' and a random UUID, as the template for Front Door does.",
        evidence: [{ label: 'request message', value: text || 'missing' }],
      });
    }
  },
});
