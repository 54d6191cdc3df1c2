import { makeStyles } from '@material-ui/core/styles';

/** A list without bullets, its entries parted by lines. @internal */
export const useListStyles = makeStyles(
  theme => ({
    list: {
      ...theme.typography.body2,
      listStyle: 'none',
      margin: 0,
      padding: 0,
      '& > li': { padding: theme.spacing(1, 0), overflowWrap: 'anywhere' },
      '& > li + li': { borderTop: `1px solid ${theme.palette.divider}` },
    },
  }),
  { name: 'PrivateExposureList' },
);
