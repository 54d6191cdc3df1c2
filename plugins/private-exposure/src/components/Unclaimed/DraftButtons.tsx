import { useState } from 'react';
import { Link } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import {
  claimDraft,
  withdrawDraft,
  type UnclaimedExposure,
} from '@postern/backstage-plugin-private-exposure-common';
import { useTemplateForm } from '../../hooks/useTemplateForm';
import { useTexts } from '../../hooks/useTexts';
import { WithdrawDialog } from './WithdrawDialog';

const useStyles = makeStyles(
  {
    root: {
      display: 'flex',
      flexDirection: 'column',
      alignItems: 'flex-start',
      // Their texts stand below the column's title.
      '& > *': { minWidth: 0, marginLeft: -5 },
    },
  },
  { name: 'PrivateExposureDraftButtons' },
);

/**
 * What can be done about an exposure that nobody claims: give it to an entity, or take it back.
 *
 * @internal
 */
export function DraftButtons(props: { exposure: UnclaimedExposure }) {
  const t = useTexts();
  const classes = useStyles();
  const toForm = useTemplateForm();
  const [isOpen, setOpen] = useState(false);
  const { exposure } = props;
  const { name } = exposure;
  const claim = claimDraft(exposure);
  const withdraw = withdrawDraft(exposure);
  return (
    <div className={classes.root}>
      {claim && toForm && (
        <Button
          size="small"
          color="primary"
          component={Link}
          to={toForm(claim.template, claim.values)}
          aria-label={t('unclaimed.claimLabel', { name })}
        >
          {t('unclaimed.claim')}
        </Button>
      )}
      {withdraw && toForm ? (
        <Button
          size="small"
          color="primary"
          component={Link}
          to={toForm(withdraw.template, withdraw.values)}
          aria-label={t('unclaimed.withdrawLabel', { name })}
        >
          {t('unclaimed.withdraw')}
        </Button>
      ) : (
        <Button
          size="small"
          color="primary"
          onClick={() => setOpen(true)}
          aria-label={t('unclaimed.withdrawLabel', { name })}
        >
          {t('unclaimed.withdraw')}
        </Button>
      )}
      <WithdrawDialog
        exposure={exposure}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
      />
    </div>
  );
}
