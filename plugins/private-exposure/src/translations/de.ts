import { germanCommonMessages } from './german/germanCommonMessages';
import { germanDecisionMessages } from './german/germanDecisionMessages';
import { germanEntityMessages } from './german/germanEntityMessages';
import { germanFormMessages } from './german/germanFormMessages';
import { germanListingMessages } from './german/germanListingMessages';
import { germanWordMessages } from './german/germanWordMessages';

/**
 * The German texts, under the same keys as the English ones, written out with dots.
 *
 * @internal
 */
const germanMessages = {
  ...germanWordMessages,
  ...germanCommonMessages,
  ...germanEntityMessages,
  ...germanDecisionMessages,
  ...germanListingMessages,
  ...germanFormMessages,
};

export default germanMessages;
