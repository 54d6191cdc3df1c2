import type { ReactNode } from 'react';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import NextIcon from '@material-ui/icons/ChevronRight';
import PreviousIcon from '@material-ui/icons/ChevronLeft';
import type { PagedListing } from '../../hooks/usePagedListing';
import { useTexts } from '../../hooks/useTexts';
import { QueryFace } from '../primitives/QueryFace';

const useStyles = makeStyles(
  theme => ({
    root: { padding: theme.spacing(2) },
    top: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'flex-end',
      gap: theme.spacing(2),
      marginBottom: theme.spacing(2),
    },
    note: { marginBottom: theme.spacing(2) },
    paging: {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'flex-end',
      gap: theme.spacing(1),
      marginTop: theme.spacing(1),
    },
  }),
  { name: 'PrivateExposureListing' },
);

/**
 * A listing with its filters above and its paging below.
 *
 * @internal
 */
export function Listing<TPage, TFilter extends string>(props: {
  listing: PagedListing<TPage, TFilter>;
  filters?: ReactNode;
  note?: ReactNode;
  children: (page: TPage) => ReactNode;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { listing, filters, note, children } = props;
  const { query } = listing;
  // There is nothing to narrow down for those who may see none of it.
  const isForbidden =
    query.type === 'failed' && query.failure.type === 'forbidden';
  return (
    <Paper className={classes.root}>
      {note && !isForbidden && (
        <Typography className={classes.note}>{note}</Typography>
      )}
      {filters && !isForbidden && (
        <div
          className={classes.top}
          role="search"
          aria-label={t('filter.label')}
        >
          {filters}
          {listing.clearFilters && (
            <Button onClick={listing.clearFilters}>
              {t('common.clearFilters')}
            </Button>
          )}
        </div>
      )}
      <QueryFace query={query} lines={5}>
        {children}
      </QueryFace>
      <Paging listing={listing} />
    </Paper>
  );
}

function Paging<TPage, TFilter extends string>(props: {
  listing: PagedListing<TPage, TFilter>;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { previous, next, pageNumber } = props.listing;
  if (!previous && !next) return null;
  return (
    <nav
      className={classes.paging}
      aria-label={t('common.pageNumber', { page: String(pageNumber) })}
    >
      <Button
        size="small"
        startIcon={<PreviousIcon />}
        disabled={!previous}
        onClick={previous}
      >
        {t('common.previousPage')}
      </Button>
      <Typography variant="body2" role="status">
        {t('common.pageNumber', { page: String(pageNumber) })}
      </Typography>
      <Button
        size="small"
        endIcon={<NextIcon />}
        disabled={!next}
        onClick={next}
      >
        {t('common.nextPage')}
      </Button>
    </nav>
  );
}
