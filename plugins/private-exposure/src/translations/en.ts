import { englishCommonMessages } from './english/englishCommonMessages';
import { englishDecisionMessages } from './english/englishDecisionMessages';
import { englishEntityMessages } from './english/englishEntityMessages';
import { englishFormMessages } from './english/englishFormMessages';
import { englishListingMessages } from './english/englishListingMessages';
import { englishWordMessages } from './english/englishWordMessages';

/**
 * The English texts, nested by the part of the page that shows them. The words for states and kinds are shared by all.
 *
 * @internal
 */
export const englishMessages = {
  ...englishWordMessages,
  ...englishCommonMessages,
  ...englishEntityMessages,
  ...englishDecisionMessages,
  ...englishListingMessages,
  ...englishFormMessages,
};
