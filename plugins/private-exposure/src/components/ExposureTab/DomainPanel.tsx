import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import type {
  DomainVerification,
  ExposureDetail,
} from '@postern/backstage-plugin-private-exposure-common';
import { privateExposureApiRef } from '../../api/privateExposureApiRef';
import { useRequest } from '../../hooks/useRequest';
import { useTexts } from '../../hooks/useTexts';
import { FactList } from '../primitives/FactList';
import { domainLooks } from '../primitives/looks';
import { Panel } from '../primitives/Panel';
import { RelativeTime } from '../primitives/RelativeTime';
import { StateChip } from '../primitives/StateChip';

/**
 * The private domain, the record that proves it, and a button that has the cloud look for the record.
 *
 * @internal
 */
export function DomainPanel(props: {
  exposure: Pick<ExposureDetail, 'id' | 'capabilities'>;
  domain: DomainVerification;
}) {
  const t = useTexts();
  const { exposure, domain } = props;
  const { record, state } = domain;
  const isOpen = state !== 'verified';
  return (
    <Panel
      title={t('domain.title')}
      aside={
        <StateChip {...domainLooks[state]} label={t(`domainState.${state}`)} />
      }
    >
      <Typography gutterBottom>
        <strong>{domain.domain}</strong>
      </Typography>
      {!isOpen && (
        <Typography variant="body2">{t('domain.verified')}</Typography>
      )}
      {isOpen && record && (
        <>
          <Typography variant="body2" gutterBottom>
            {t('domain.instruction')}
          </Typography>
          <FactList
            wide
            facts={[
              { label: t('domain.recordType'), value: record.type },
              {
                label: t('domain.recordName'),
                value: record.name,
                copyable: true,
              },
              {
                label: t('domain.recordValue'),
                value: record.value,
                copyable: true,
              },
            ]}
          />
        </>
      )}
      {isOpen && exposure.capabilities.includes('verify-domain') && (
        <CheckNow exposureId={exposure.id} />
      )}
    </Panel>
  );
}

function CheckNow(props: { exposureId: string }) {
  const t = useTexts();
  const { exposureId } = props;
  const api = useApi(privateExposureApiRef);
  const [state, send] = useRequest(
    useCallback(
      () => api.startDomainVerification(exposureId),
      [api, exposureId],
    ),
  );
  const isSending = state.type === 'sending';
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        onClick={send}
        disabled={isSending}
      >
        {isSending ? t('domain.checking') : t('domain.check')}
      </Button>
      <Typography variant="body2" role="status">
        {state.type === 'sent' &&
          t('domain.checkRequested', {
            time: <RelativeTime at={state.answer.requestedAt} />,
          })}
        {state.type === 'failed' &&
          t('domain.checkFailed', { error: state.failure.message })}
      </Typography>
    </>
  );
}
