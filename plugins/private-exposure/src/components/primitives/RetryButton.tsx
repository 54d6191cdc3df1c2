import Button from '@material-ui/core/Button';
import { useTexts } from '../../hooks/useTexts';

/**
 * Asks again for what could not be loaded. The action of a notice, in its colour.
 *
 * @internal
 */
export function RetryButton(props: { retry: () => void }) {
  const t = useTexts();
  return (
    <Button color="inherit" size="small" onClick={props.retry}>
      {t('common.retry')}
    </Button>
  );
}
