import { useCallback, useMemo } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import type {
  Decision,
  DecisionPage,
} from '@postern/backstage-plugin-private-exposure-common';
import { privateExposureApiRef } from '../../api/privateExposureApiRef';
import { usePagedListing } from '../../hooks/usePagedListing';
import { useTexts, type Texts } from '../../hooks/useTexts';
import { ConsumerName } from '../primitives/ConsumerName';
import { DataTable, type Column } from '../primitives/DataTable';
import { Decider } from '../primitives/LastDecision';
import { EndpointName } from '../primitives/EndpointName';
import { decisionLooks } from '../primitives/looks';
import { RelativeTime } from '../primitives/RelativeTime';
import { ShortenedText } from '../primitives/ShortenedText';
import { StateChip } from '../primitives/StateChip';
import { SelectFilter } from './FilterFields';
import { Listing } from './Listing';
import { readWord, words } from './options';

const filterNames = ['status'] as const;

/**
 * What was decided: by whom, when, why, and what became of it.
 *
 * @internal
 */
export function DecisionsListing() {
  const t = useTexts();
  const api = useApi(privateExposureApiRef);
  const columns = useMemo(() => decisionColumns(t), [t]);
  const listing = usePagedListing<
    Decision,
    DecisionPage,
    (typeof filterNames)[number]
  >({
    filterNames,
    loadPage: useCallback(
      ({ status, cursor }, signal) =>
        api.listDecisions(
          { cursor, status: readWord(words.decisionStatuses, status) },
          { signal },
        ),
      [api],
    ),
  });
  const { filters, setFilter } = listing;
  return (
    <Listing
      listing={listing}
      filters={
        <SelectFilter
          label={t('filter.status')}
          value={filters.status}
          options={words.decisionStatuses.map(value => ({
            value,
            label: t(`decisionStatus.${value}`),
          }))}
          onChange={value => setFilter('status', value)}
        />
      }
    >
      {page => (
        <DataTable
          caption={t('decisions.caption')}
          columns={columns}
          items={page.items}
          empty={
            filters.status ? t('decisions.emptyFiltered') : t('decisions.empty')
          }
        />
      )}
    </Listing>
  );
}

function decisionColumns(t: Texts): Column<Decision>[] {
  return [
    {
      id: 'verdict',
      title: t('decisions.verdict'),
      render: ({ verdict }) => t(`verdict.${verdict}`),
    },
    {
      id: 'who',
      title: t('decisions.who'),
      render: decision => <Deciders decision={decision} />,
    },
    {
      id: 'when',
      title: t('decisions.when'),
      render: ({ requestedAt }) => <RelativeTime at={requestedAt} />,
    },
    {
      id: 'consumer',
      title: t('decisions.consumer'),
      render: decision => <ConsumerAndEndpoint decision={decision} />,
    },
    {
      id: 'service',
      title: t('decisions.service'),
      render: decision => <Subject decision={decision} />,
    },
    {
      id: 'reason',
      title: t('decisions.reason'),
      render: ({ reason }) => reason || '–',
    },
    {
      id: 'outcome',
      title: t('decisions.outcome'),
      render: decision => <Outcome decision={decision} />,
    },
  ];
}

/** One consumer may have several endpoints, each with a decision of its own. */
function ConsumerAndEndpoint(props: { decision: Decision }) {
  const { consumer } = props.decision;
  if (!consumer) return <>–</>;
  return (
    <>
      <ConsumerName consumer={consumer} />
      {consumer.endpointId && (
        <Typography variant="body2" color="textSecondary">
          <EndpointName endpointId={consumer.endpointId} />
        </Typography>
      )}
    </>
  );
}

function Subject(props: { decision: Decision }) {
  const { exposureName, exposureId, entityRef } = props.decision;
  return (
    <>
      {exposureName ?? exposureId}
      {entityRef && (
        <Typography variant="body2" component="div">
          <EntityRefLink entityRef={entityRef} />
        </Typography>
      )}
    </>
  );
}

function Outcome(props: { decision: Decision }) {
  const t = useTexts();
  const { status, message } = props.decision;
  return (
    <>
      <StateChip
        {...decisionLooks[status]}
        label={t(`decisionStatus.${status}`)}
      />
      {message && (
        <Typography variant="body2" component="div">
          <ShortenedText text={message} />
        </Typography>
      )}
    </>
  );
}

function Deciders(props: { decision: Decision }) {
  const t = useTexts();
  const { decidedBy, approvals = [] } = props.decision;
  return (
    <>
      <Decider decidedBy={decidedBy} />
      {approvals.map(who => (
        <Typography key={who} variant="body2" color="textSecondary">
          {t('decisions.agreed', { who: <Decider decidedBy={who} /> })}
        </Typography>
      ))}
    </>
  );
}
