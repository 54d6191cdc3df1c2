import { SafeHtml } from '../git/web/html';
import { stateBadge } from '../git/web/layout';

type Tone = Parameters<typeof stateBadge>[1];

const TONES: Record<string, Tone> = {
  available: 'good',
  active: 'good',
  deployed: 'good',
  healthy: 'good',
  up: 'good',
  verified: 'good',
  applied: 'good',
  approved: 'good',
  succeeded: 'good',
  updating: 'busy',
  pending: 'busy',
  provisioning: 'busy',
  inprogress: 'busy',
  initial: 'busy',
  pendingacceptance: 'busy',
  pendingverification: 'busy',
  waiting: 'busy',
  deleting: 'neutral',
  draining: 'neutral',
  unused: 'neutral',
};

/**
 * A state's word in the colour that fits; words that mean trouble, and unknown ones, are red.
 * @internal
 */
export function stateOf(word: string): SafeHtml {
  return stateBadge(word, TONES[word.toLowerCase()] ?? 'bad');
}
