import { useEffect, useState } from 'react';
import IconButton from '@material-ui/core/IconButton';
import Tooltip from '@material-ui/core/Tooltip';
import CheckIcon from '@material-ui/icons/Check';
import CopyIcon from '@material-ui/icons/FileCopyOutlined';
import { useTexts } from '../../hooks/useTexts';
import { VisuallyHidden } from './VisuallyHidden';

type Outcome = 'copied' | 'failed' | undefined;

async function writeToClipboard(text: string): Promise<Outcome> {
  try {
    // Missing altogether on pages that are not served over HTTPS.
    await navigator.clipboard.writeText(text);
    return 'copied';
  } catch {
    return 'failed';
  }
}

/**
 * Copies a text, and says whether that worked.
 *
 * @internal
 */
export function CopyButton(props: {
  text: string;
  /** What is copied, in a word or two; read out by screen readers. */
  what: string;
}) {
  const t = useTexts();
  const [outcome, setOutcome] = useState<Outcome>();
  useEffect(() => {
    if (!outcome) return undefined;
    const timer = setTimeout(() => setOutcome(undefined), 3_000);
    return () => clearTimeout(timer);
  }, [outcome]);

  const label = t('common.copy', { what: props.what });
  const said = {
    copied: t('common.copied'),
    failed: t('common.copyFailed'),
    none: '',
  }[outcome ?? 'none'];
  return (
    <>
      <Tooltip title={said || label}>
        <IconButton
          size="small"
          aria-label={label}
          onClick={async () => setOutcome(await writeToClipboard(props.text))}
        >
          {outcome === 'copied' ? (
            <CheckIcon fontSize="small" />
          ) : (
            <CopyIcon fontSize="small" />
          )}
        </IconButton>
      </Tooltip>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </>
  );
}
