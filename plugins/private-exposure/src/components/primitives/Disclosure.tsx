import type { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    root: {
      ...theme.typography.body2,
      maxWidth: '100%',
      '& summary': {
        cursor: 'pointer',
        paddingBottom: theme.spacing(0.5),
        color: theme.palette.text.secondary,
        '&:focus-visible': {
          outline: `2px solid ${theme.palette.text.primary}`,
          outlineOffset: 2,
        },
      },
    },
  }),
  { name: 'PrivateExposureDisclosure' },
);

/**
 * Something that is folded until somebody asks for it. The browser holds whether it is open, so an update of the page
 * leaves it as it is.
 *
 * @internal
 */
export function Disclosure(props: {
  title: string;
  /** Whether it is open at first. */
  isOpen?: boolean;
  children: ReactNode;
}) {
  const classes = useStyles();
  return (
    <details className={classes.root} open={props.isOpen}>
      <summary>{props.title}</summary>
      {props.children}
    </details>
  );
}
