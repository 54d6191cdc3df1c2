import Typography from '@material-ui/core/Typography';
import { useTexts, type Texts } from '../../hooks/useTexts';
import { DataTable, type Column } from '../primitives/DataTable';
import { FactList } from '../primitives/FactList';
import { VisuallyHidden } from '../primitives/VisuallyHidden';
import type { ReadyPreview } from './loadPreview';

type Change = NonNullable<ReadyPreview['comparison']>['rows'][number];

/** What the plan of an object is called, by its kind. @internal */
export const becomesKeys = {
  Service: 'preview.becomes',
  Ingress: 'preview.becomesIngress',
} as const;

/**
 * What the Service or Ingress becomes; where it is known to have a load balancer already, what changes of that beside
 * what it is now.
 *
 * @internal
 */
export function ObjectPlan(props: {
  preview: ReadyPreview;
  planOf: keyof typeof becomesKeys;
}) {
  const t = useTexts();
  const { planOf } = props;
  const { plan, comparison } = props.preview;
  if (!comparison) {
    const facts = plan.map(({ setting, value }) => ({ label: setting, value }));
    return <FactList facts={facts} wide />;
  }
  return (
    <>
      <DataTable
        caption={t(becomesKeys[planOf])}
        columns={columnsOf(t)}
        items={comparison.rows.map(row => ({ ...row, id: row.setting }))}
        empty={t('preview.nothingChanges')}
      />
      {comparison.hasMore && comparison.rows.length > 0 && (
        <Typography variant="body2" color="textSecondary">
          {t('preview.restStays')}
        </Typography>
      )}
    </>
  );
}

function columnsOf(t: Texts): Column<Change & { id: string }>[] {
  return [
    {
      id: 'setting',
      title: t('preview.setting'),
      render: ({ setting }) => setting,
    },
    {
      id: 'now',
      title: t('preview.now'),
      render: ({ before }) => before ?? t('preview.notThere'),
      minWidth: 120,
    },
    {
      id: 'then',
      title: t('preview.then'),
      render: change => <After change={change} />,
      minWidth: 120,
    },
  ];
}

/** Bold is not read out, so what changes is said as well. */
function After({ change: { before, after } }: { change: Change }) {
  const t = useTexts();
  if (before === after) return <>{after}</>;
  return (
    <strong>
      <VisuallyHidden>{t('preview.changes')} </VisuallyHidden>
      {after ?? t('preview.noLonger')}
    </strong>
  );
}
