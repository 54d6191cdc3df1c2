import { Link } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import Typography from '@material-ui/core/Typography';
import type {
  Fact,
  UnclaimedExposure,
} from '@postern/backstage-plugin-private-exposure-common';
import { useId } from '../../hooks/useId';
import { useTexts, type Texts } from '../../hooks/useTexts';
import { describeConnectionCounts } from '../primitives/connectionCounts';
import { FactList } from '../primitives/FactList';
import { Notice } from '../primitives/Notice';

/**
 * For what no template takes back: what made it, and what to delete there.
 *
 * @internal
 */
export function WithdrawDialog(props: {
  exposure: UnclaimedExposure;
  isOpen: boolean;
  onClose: () => void;
}) {
  const t = useTexts();
  const titleId = useId('withdraw-title');
  const { exposure, isOpen, onClose } = props;
  const { name, consoleUrl } = exposure;
  const counts = describeConnectionCounts(exposure, t);
  const hasConnections = Object.keys(exposure.connectionCounts).length > 0;
  return (
    <Dialog
      open={isOpen}
      onClose={onClose}
      aria-labelledby={titleId}
      fullWidth
      maxWidth="sm"
    >
      <DialogTitle id={titleId}>
        {t('unclaimed.withdrawTitle', { name })}
      </DialogTitle>
      <DialogContent>
        <Typography paragraph>{whatMadeIt(exposure, t)}</Typography>
        <Typography paragraph>{whatToDelete(exposure, t)}</Typography>
        {hasConnections && counts && (
          <Notice severity="warning">
            {t('unclaimed.connected', { counts })}
          </Notice>
        )}
        <FactList wide facts={factsOf(exposure, t)} />
      </DialogContent>
      <DialogActions>
        {consoleUrl && (
          <Button component={Link} to={consoleUrl}>
            {t('common.openConsole')}
          </Button>
        )}
        <Button onClick={onClose}>{t('common.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}

function whatMadeIt({ provenance }: UnclaimedExposure, t: Texts): string {
  const { createdBy, managedBy } = provenance;
  if (managedBy && createdBy) {
    return t('unclaimed.madeByBoth', { managedBy, createdBy });
  }
  if (managedBy) return t('unclaimed.madeByManager', { managedBy });
  if (createdBy) return t('unclaimed.madeByPerson', { createdBy });
  return t('unclaimed.madeByNobodyKnown');
}

function whatToDelete(exposure: UnclaimedExposure, t: Texts): string {
  const { provenance, kind, account, accountName, scopeId } = exposure;
  return t(`unclaimed.delete.${provenance.manager}`, {
    kind: t(`kind.${kind}`),
    account: accountName ?? account ?? scopeId,
  });
}

function factsOf(exposure: UnclaimedExposure, t: Texts): Fact[] {
  const { account, accountName, kubernetesServices, provenance } = exposure;
  const facts: [string, string | undefined, boolean?][] = [
    [t('filter.kind'), t(`kind.${exposure.kind}`)],
    [t('unclaimed.nativeId'), exposure.nativeId, true],
    [t('unclaimed.exposes'), exposure.address, true],
    [
      t('unclaimed.account'),
      [accountName, account].filter(Boolean).join(', ') || undefined,
    ],
    [t('unclaimed.region'), exposure.region],
    [t('unclaimed.created'), provenance.createdAt ?? t('unclaimed.unknown')],
    [
      t('unclaimed.kubernetesServices'),
      kubernetesServices.join(', ') || undefined,
    ],
  ];
  return facts.flatMap(([label, value, copyable]) =>
    value === undefined ? [] : [{ label, value, copyable }],
  );
}
