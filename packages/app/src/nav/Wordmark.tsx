import {
  Link,
  sidebarConfig,
  useSidebarOpenState,
} from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles({
  root: {
    height: 3 * sidebarConfig.logoHeight,
    display: 'flex',
    alignItems: 'center',
    paddingLeft: 24,
  },
  link: {
    display: 'flex',
    alignItems: 'center',
    gap: 12,
    fontWeight: 700,
    fontSize: 20,
    color: '#fff',
  },
});

/** A gate in a wall, and the product's name beside it when there is room. @internal */
export function Wordmark() {
  const classes = useStyles();
  const { isOpen } = useSidebarOpenState();
  return (
    <div className={classes.root}>
      <Link to="/" underline="none" className={classes.link} aria-label="Home">
        <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
          <path
            d="M3 22V9a9 9 0 0 1 18 0v13h-5V10a4 4 0 0 0-8 0v12z"
            fill="#7fd1b9"
          />
          <circle cx="12" cy="17" r="1.8" fill="#fff" />
        </svg>
        {isOpen && 'Postern'}
      </Link>
    </div>
  );
}
