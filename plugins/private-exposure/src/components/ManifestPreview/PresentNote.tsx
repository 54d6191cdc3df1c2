import Typography from '@material-ui/core/Typography';
import { useTexts, type Texts } from '../../hooks/useTexts';
import { Notice } from '../primitives/Notice';
import { RetryButton } from '../primitives/RetryButton';
import type { ReadyPreview } from './loadPreview';
import type { PresentService } from './usePresentServices';

type Answer = Extract<PresentService, { type: 'answered' }>['answer'];

/** Something to know about what the manifest has now. */
interface Note {
  text: string;
  /** Whether the template can't go on like this, or somebody could not look. */
  isWarning?: boolean;
  /** Whether asking again can help. */
  canRetry?: boolean;
}

/**
 * What the manifest has now, as far as the table does not show it: nothing yet, or nobody could look.
 *
 * @internal
 */
export function PresentNote(props: {
  preview: ReadyPreview;
  present: PresentService;
  retry: () => void;
  /** Whether the form says that the manifest has the Service already. */
  isExisting: boolean;
}) {
  const t = useTexts();
  const { retry } = props;
  const note = noteOf(props, t);
  return (
    // There from the start, so that a screen reader hears what becomes of the question.
    <div role="status">{note && <Face note={note} retry={retry} />}</div>
  );
}

function Face({ note, retry }: { note: Note; retry: () => void }) {
  const { text, isWarning, canRetry } = note;
  if (!isWarning) {
    return (
      <Typography variant="body2" color="textSecondary">
        {text}
      </Typography>
    );
  }
  return (
    <Notice
      severity="warning"
      action={canRetry && <RetryButton retry={retry} />}
    >
      {text}
    </Notice>
  );
}

function noteOf(
  props: Parameters<typeof PresentNote>[0],
  t: Texts,
): Note | undefined {
  const { preview, present, isExisting } = props;
  switch (present.type) {
    case 'untold':
      return undefined;
    case 'elsewhere':
      return { text: t('preview.present.elsewhere') };
    case 'loading':
      return { text: t('preview.present.loading') };
    case 'forbidden':
      return { text: t('preview.present.forbidden') };
    case 'failed':
      return unreadable(t, present.message, true);
    default:
      return isExisting || present.answer.state === 'found'
        ? noteOfAnswer(present.answer, preview, t)
        : noteOfNew(present.answer, t);
  }
}

function noteOfAnswer(
  answer: Answer,
  { comparison, service }: ReadyPreview,
  t: Texts,
): Note | undefined {
  const { path = '', repository = '' } = answer;
  switch (answer.state) {
    case 'found':
      return comparison ? undefined : { text: t('preview.present.none') };
    case 'no-file': {
      const text = t('preview.present.noFile', { path, repository });
      return { text, isWarning: true };
    }
    case 'no-service': {
      const name = `${service?.namespace}/${service?.name}`;
      const text = t('preview.present.noService', { path, repository, name });
      return { text, isWarning: true };
    }
    default:
      return unreadableAnswer(answer, t);
  }
}

/** It is all right that a Service is not there that is to be added. */
function noteOfNew(answer: Answer, t: Texts): Note {
  const { path = '', repository = '' } = answer;
  switch (answer.state) {
    case 'no-file':
      return { text: t('preview.present.newFile', { path, repository }) };
    case 'no-service':
      return { text: t('preview.present.newService', { path, repository }) };
    default:
      return unreadableAnswer(answer, t);
  }
}

const reasonKeys = {
  'no-repository': 'noRepository',
  'unknown-host': 'unknownHost',
  'no-answer': 'noAnswer',
  'too-large': 'tooLarge',
  invalid: 'invalid',
  ambiguous: 'ambiguous',
} as const satisfies Record<NonNullable<Answer['reason']>, string>;

function unreadableAnswer({ reason = 'no-answer' }: Answer, t: Texts): Note {
  const why = t(`preview.unreadable.${reasonKeys[reason]}`);
  return unreadable(t, why, reason === 'no-answer');
}

function unreadable(t: Texts, why: string, canRetry: boolean): Note {
  const text = t('preview.present.unreadable', { why });
  return { text, isWarning: true, canRetry };
}
