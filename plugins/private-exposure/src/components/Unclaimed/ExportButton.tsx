import { useCallback, useEffect } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import DownloadIcon from '@material-ui/icons/GetApp';
import type { ExportUnclaimedOptions } from '@postern/backstage-plugin-private-exposure-common';
import { privateExposureApiRef } from '../../api/privateExposureApiRef';
import { useRequest } from '../../hooks/useRequest';
import { useTexts } from '../../hooks/useTexts';
import { Notice } from '../primitives/Notice';
import { VisuallyHidden } from '../primitives/VisuallyHidden';

/**
 * Downloads what the filters select, all pages of it.
 *
 * @internal
 */
export function ExportButton(props: { query: ExportUnclaimedOptions }) {
  const t = useTexts();
  const api = useApi(privateExposureApiRef);
  const { query } = props;
  const [state, send] = useRequest(
    useCallback(() => api.exportUnclaimed(query), [api, query]),
  );
  const csv = state.type === 'sent' ? state.answer : undefined;
  useEffect(() => {
    if (csv !== undefined) save(csv);
  }, [csv]);
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        startIcon={<DownloadIcon />}
        onClick={send}
        disabled={state.type === 'sending'}
      >
        {t('unclaimed.export')}
      </Button>
      <VisuallyHidden role="status">
        {csv !== undefined && t('unclaimed.exported')}
      </VisuallyHidden>
      {state.type === 'failed' && (
        <Notice severity="error" role="alert">
          {t('unclaimed.exportFailed', { message: state.failure.message })}
        </Notice>
      )}
    </>
  );
}

/** Excel takes a file for UTF-8 only behind it, and reading the answer as a text has taken the server's away. */
const BYTE_ORDER_MARK = '\uFEFF';

function save(csv: string): void {
  const url = URL.createObjectURL(
    new Blob([BYTE_ORDER_MARK, csv], { type: 'text/csv;charset=utf-8' }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = 'unclaimed.csv';
  link.click();
  URL.revokeObjectURL(url);
}
