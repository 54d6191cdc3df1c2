import type { ApiFailure } from '../../api/apiFailure';
import { useTexts } from '../../hooks/useTexts';
import { Notice } from '../primitives/Notice';
import { RetryButton } from '../primitives/RetryButton';

/**
 * Why there is no preview, and that the form does not need one.
 *
 * @internal
 */
export function FailedPreview(props: {
  failure: ApiFailure;
  /** Where asking again can help. */
  retry?: () => void;
}) {
  const t = useTexts();
  const { failure, retry } = props;
  if (failure.type === 'forbidden') {
    return <Notice severity="info">{t('preview.forbidden')}</Notice>;
  }
  return (
    <Notice severity="warning" action={retry && <RetryButton retry={retry} />}>
      {t('preview.failed')}
      <div>{failure.message}</div>
    </Notice>
  );
}
