import { makeStyles } from '@material-ui/core/styles';

/** How a hop's box looks. @internal */
export const useBoxStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexDirection: 'column',
      alignItems: 'flex-start',
      gap: theme.spacing(0.5),
      minWidth: 0,
      padding: theme.spacing(1.25),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.background.paper,
    },
    failing: {
      borderColor: theme.palette.status.error,
      borderWidth: 2,
      padding: `calc(${theme.spacing(1.25)}px - 1px)`,
    },
    degraded: { borderColor: theme.palette.status.warning },
    ok: {},
    unknown: { borderStyle: 'dashed' },
    type: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      color: theme.palette.text.secondary,
      '& svg': { flex: 'none' },
    },
    title: {
      fontWeight: 'bold',
      overflowWrap: 'anywhere',
      lineHeight: 1.3,
    },
    text: { overflowWrap: 'anywhere', maxWidth: '100%' },
  }),
  { name: 'PrivateExposurePathBox' },
);
