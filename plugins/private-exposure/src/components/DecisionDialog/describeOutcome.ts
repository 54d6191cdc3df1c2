import type {
  Connection,
  Decision,
} from '@postern/backstage-plugin-private-exposure-common';
import type { Texts } from '../../hooks/useTexts';

/** What became of a decision, in words. @internal */
export interface Outcome {
  severity: 'success' | 'error' | 'warning';
  text: string;
  /** What the person saw and what was there instead. */
  differences: string[];
}

/**
 * Says what became of an ended decision.
 *
 * @internal
 */
export function describeOutcome(
  decision: Decision,
  seen: Connection,
  t: Texts,
): Outcome {
  // The backend's messages are whole sentences; ours stand in where there is none.
  const { message } = decision;
  switch (decision.status) {
    case 'applied': {
      const state = t(`connectionState.${decision.after?.state ?? 'unknown'}`);
      const text = t(`decision.applied.${decision.verdict}`, { state });
      return { severity: 'success', text, differences: [] };
    }
    case 'superseded': {
      const differences = describeDifferences(decision, seen, t);
      // Whatever is listed below the text need not be in it too.
      const isListed = differences.length > 0 || !message;
      const text = isListed ? t('decision.superseded') : message;
      return { severity: 'warning', text, differences };
    }
    case 'unconfirmed': {
      const text = message ?? t('decision.unconfirmed');
      return { severity: 'warning', text, differences: [] };
    }
    default:
      return {
        severity: 'error',
        text: message ?? t('decision.failed'),
        differences: [],
      };
  }
}

function describeDifferences(
  decision: Decision,
  seen: Connection,
  t: Texts,
): string[] {
  const found = decision.before;
  if (!found) return [];
  if (!found.found) return [t('decision.gone')];
  const fields = [
    {
      field: t('decision.state'),
      before: t(`connectionState.${seen.state}`),
      after: found.state && t(`connectionState.${found.state}`),
    },
    {
      field: t('decision.account'),
      before: seen.consumer.account,
      after: found.consumer?.account,
    },
    {
      field: t('decision.endpoint'),
      before: seen.consumer.endpointId,
      after: found.consumer?.endpointId,
    },
    {
      field: t('decision.region'),
      before: seen.consumer.region,
      after: found.consumer?.region,
    },
  ];
  return fields.flatMap(({ field, before, after }) =>
    after === undefined || after === before
      ? []
      : t('decision.difference', {
          field,
          before: before ?? t('decision.unknownValue'),
          after,
        }),
  );
}
