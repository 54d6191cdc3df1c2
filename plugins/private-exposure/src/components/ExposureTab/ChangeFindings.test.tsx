import { screen, within } from '@testing-library/react';
import type {
  Change,
  ChangeFinding,
} from '@postern/backstage-plugin-private-exposure-common';
import { FakePrivateExposureApi } from '../../__testUtils__/FakePrivateExposureApi';
import { renderPage } from '../../__testUtils__/renderPage';
import { ChangeFindings } from './ChangeFindings';

const finding = (line: number, more: Partial<ChangeFinding> = {}) => ({
  ruleId: 'aws/cross-zone-off',
  severity: 'warning' as const,
  message: `Message <b>${line}</b>`,
  remedy: 'Do something.',
  path: 'k8s/ledger.yaml',
  line,
  ...more,
});

const change: Change = {
  id: 'change-1',
  entityRef: 'component:default/ledger',
  purpose: 'expose',
  url: 'http://localhost:7071/acme/ledger/pull/1',
  title: 'Expose ledger',
  state: 'open',
  openedAt: '2026-11-20T08:00:00Z',
};

const render = (more: Partial<Change>) =>
  renderPage(<ChangeFindings change={{ ...change, ...more }} />, {
    api: new FakePrivateExposureApi(),
  });

describe('ChangeFindings', () => {
  it('shows each finding with its place and what to do, the gravest first', async () => {
    await render({
      findings: [finding(7), finding(9, { severity: 'error' })],
      findingCount: 2,
    });

    expect(screen.getByText('2 findings in ‘Expose ledger’')).toBeVisible();
    const [first, second] = screen.getAllByRole('listitem');
    expect(within(first).getByText('Error')).toBeVisible();
    expect(within(first).getByText('k8s/ledger.yaml:9')).toBeVisible();
    expect(within(second).getByText('Message <b>7</b>')).toBeVisible();
    expect(within(second).getByText('Do something.')).toBeVisible();
  });

  it('folds many, and counts those that were left out', async () => {
    await render({
      findings: [1, 2, 3, 4, 5].map(line => finding(line)),
      findingCount: 60,
    });

    expect(screen.getByText('Message <b>3</b>')).toBeVisible();
    expect(screen.getByText('Message <b>4</b>')).not.toBeVisible();
    expect(screen.getByText('2 more findings')).toBeVisible();
    expect(screen.getByText('55 more are in the pull request.')).toBeVisible();
  });

  it('tells no findings from findings that nobody told', async () => {
    const { container, unmount } = await render({});
    expect(container).not.toHaveTextContent(/linter|finding/);
    unmount();

    await render({ findings: [], findingCount: 0 });
    expect(
      screen.getByText('The linter found nothing in ‘Expose ledger’.'),
    ).toBeVisible();
  });

  it('folds what was decided', async () => {
    await render({ state: 'merged', findings: [finding(7)], findingCount: 1 });

    expect(screen.getByText('Message <b>7</b>')).not.toBeVisible();
  });
});
