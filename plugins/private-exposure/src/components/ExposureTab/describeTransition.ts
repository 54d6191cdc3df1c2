import type {
  ExposureEvent,
  Verdict,
} from '@postern/backstage-plugin-private-exposure-common';
import type { Texts } from '../../hooks/useTexts';
import {
  connectionLooks,
  decisionLooks,
  domainLooks,
  healthLooks,
  lifecycleLooks,
} from '../primitives/looks';

/**
 * What an event went from and to, in the words of the pages: "Pending → Connected". Nothing where the event's name says
 * it all.
 *
 * @internal
 */
export function describeTransition(
  event: Pick<ExposureEvent, 'type' | 'from' | 'to'>,
  t: Texts,
): string | undefined {
  const { type, from, to } = event;
  if (isSaidByName(event)) return undefined;
  if (type === 'decision-ended' && from && to) {
    return t('timeline.verdict', {
      verdict: sayVerdict(from, t),
      status: say(to, decisionLooks, word => t(`decisionStatus.${word}`)),
    });
  }
  if (from && to) {
    return t('timeline.fromTo', {
      from: sayState(type, from, t),
      to: sayState(type, to, t),
    });
  }
  const only = to ?? from;
  return only && sayState(type, only, t);
}

/** A consumer that asks is pending, and a pull request that was merged is merged. */
function isSaidByName({ type, to }: Pick<ExposureEvent, 'type' | 'to'>) {
  return (
    type.startsWith('change-') ||
    (type === 'connection-appeared' && to === 'pending')
  );
}

function sayState(type: ExposureEvent['type'], word: string, t: Texts): string {
  switch (type) {
    case 'health-changed':
      return say(word, healthLooks, known => t(`health.${known}`));
    case 'lifecycle-changed':
    case 'exposure-appeared':
    case 'exposure-gone':
      return say(word, lifecycleLooks, known => t(`lifecycle.${known}`));
    case 'connection-appeared':
    case 'connection-state-changed':
    case 'connection-gone':
      return say(word, connectionLooks, known => t(`connectionState.${known}`));
    case 'domain-changed':
      return say(word, domainLooks, known => t(`domainState.${known}`));
    case 'decision-requested':
      return sayVerdict(word, t);
    default:
      // Ids, references and principals are the cloud's or the catalog's own.
      return word;
  }
}

function sayVerdict(word: string, t: Texts): string {
  const verdicts: Record<Verdict, true> = {
    approve: true,
    reject: true,
    remove: true,
  };
  return say(word, verdicts, known => t(`verdict.${known}`));
}

/** Our word for a state, or the state's own where we have none: the timeline outlives the versions that wrote it. */
function say<T extends string>(
  word: string,
  known: Record<T, unknown>,
  toText: (word: T) => string,
): string {
  return Object.prototype.hasOwnProperty.call(known, word)
    ? toText(word as T)
    : word;
}
