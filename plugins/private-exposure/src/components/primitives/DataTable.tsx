import type { ReactNode } from 'react';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import TableSortLabel from '@material-ui/core/TableSortLabel';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../hooks/useTexts';

/** A column as data. @internal */
export interface Column<T> {
  id: string;
  title: string;
  render: (item: T) => ReactNode;
  /** Room for a sentence, in CSS pixels; by default a column is as narrow as its longest word. */
  minWidth?: number;
  /** Numbers stand at the right, below each other. */
  align?: 'right';
  /** Stays in view where the table scrolls sideways: what people came to do. */
  isPinned?: boolean;
  /** The word by which the backend orders; the column can then be sorted. */
  orderBy?: string;
}

/** The order in the backend's words: a column's `orderBy`, with a minus in front to turn it round. @internal */
export interface TableOrder {
  value: string;
  onChange: (order: string) => void;
}

const useStyles = makeStyles(
  theme => ({
    cell: {
      verticalAlign: 'top',
      // The theme breaks within words even where a column could be as wide as they are.
      wordBreak: 'normal',
      overflowWrap: 'break-word',
      minWidth: 88,
      padding: theme.spacing(1.25, 1.5),
      lineHeight: 1.5,
    },
    head: {
      verticalAlign: 'bottom',
      wordBreak: 'normal',
      padding: theme.spacing(1, 1.5),
      lineHeight: 1.4,
      color: theme.palette.text.secondary,
      fontWeight: 'bold',
    },
    // What slides below a pinned cell must not shine through, in either stripe.
    row: {
      '&:nth-of-type(even)': {
        backgroundColor: theme.palette.background.paper,
      },
    },
    pinned: { position: 'sticky', right: 0, backgroundColor: 'inherit' },
    pinnedHead: {
      position: 'sticky',
      right: 0,
      backgroundColor: theme.palette.background.paper,
    },
    empty: { padding: theme.spacing(3, 2), textAlign: 'center' },
  }),
  { name: 'PrivateExposureDataTable' },
);

/**
 * A plain table. Sorting and paging are the backend's, so that a page never holds more than it shows.
 *
 * @internal
 */
export function DataTable<T extends { id: string }>(props: {
  /** What the table lists, for screen readers. */
  caption: string;
  columns: readonly Column<T>[];
  items: readonly T[];
  /** Shown instead of a table without rows. */
  empty: ReactNode;
  order?: TableOrder;
}) {
  const classes = useStyles();
  const { caption, columns, items, empty, order } = props;
  if (items.length === 0) {
    return (
      <Typography variant="body2" className={classes.empty}>
        {empty}
      </Typography>
    );
  }
  return (
    // What scrolls sideways must take focus, or the keyboard can't reach its end.
    <TableContainer tabIndex={0} role="group" aria-label={caption}>
      <Table size="small" aria-label={caption}>
        <TableHead>
          <TableRow>
            {columns.map(column => (
              <TableCell
                key={column.id}
                className={`${classes.head} ${
                  column.isPinned ? classes.pinnedHead : ''
                }`}
                align={column.align}
                sortDirection={sortDirection(column, order)}
              >
                <ColumnTitle column={column} order={order} />
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {items.map(item => (
            <TableRow key={item.id} className={classes.row}>
              {columns.map(column => (
                <TableCell
                  key={column.id}
                  className={`${classes.cell} ${
                    column.isPinned ? classes.pinned : ''
                  }`}
                  align={column.align}
                  style={{ minWidth: column.minWidth }}
                >
                  {column.render(item)}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

function sortDirection<T>(column: Column<T>, order: TableOrder | undefined) {
  if (!column.orderBy || !order) return undefined;
  if (order.value === column.orderBy) return 'asc';
  return order.value === `-${column.orderBy}` ? 'desc' : false;
}

function ColumnTitle<T>(props: { column: Column<T>; order?: TableOrder }) {
  const t = useTexts();
  const { column, order } = props;
  const { title, orderBy } = column;
  if (!orderBy || !order) return <>{title}</>;
  const direction = sortDirection(column, order);
  const next = direction === 'asc' ? `-${orderBy}` : orderBy;
  return (
    <TableSortLabel
      active={Boolean(direction)}
      direction={direction || 'asc'}
      onClick={() => order.onChange(next)}
      aria-label={t('inventory.sortBy', { column: title })}
    >
      {title}
    </TableSortLabel>
  );
}
