import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createApp } from '@backstage/frontend-defaults';
import { mockApis } from '@backstage/frontend-test-utils';
import { features } from './App';
import { demoUsers } from './signIn/demoUsers';

/** The portal with the configuration that its page would bring along. */
function renderPortal() {
  const config = mockApis.config({
    data: {
      app: { title: 'Postern', baseUrl: 'http://localhost:7007' },
      backend: { baseUrl: 'http://localhost:7007' },
      auth: { environment: 'development' },
    },
  });
  const app = createApp({
    features,
    advanced: { configLoader: async () => ({ config }) },
  });
  render(app.createRoot());
}

describe('the demo portal', () => {
  beforeEach(() => sessionStorage.clear());
  afterEach(() => jest.restoreAllMocks());

  it('asks its visitor who to be', async () => {
    renderPortal();

    expect(
      await screen.findByRole('heading', { name: 'Who would you like to be?' }),
    ).toBeVisible();
    expect(
      screen.getAllByRole('button').map(button => button.textContent),
    ).toEqual(demoUsers.map(({ name }) => `Sign in as ${name}`));
  });

  it('signs in as the one who was chosen', async () => {
    const asked: Request[] = [];
    jest.spyOn(global, 'fetch').mockImplementation(async (url, init) => {
      asked.push(new Request(url, init));
      return new Response('{}', { status: 401 });
    });
    renderPortal();

    await userEvent.click(
      await screen.findByRole('button', { name: 'Sign in as Mira' }),
    );

    await waitFor(() => expect(asked).not.toEqual([]));
    expect(asked[0].url).toBe('http://localhost:7007/api/auth/demo/refresh');
    expect(asked[0].headers.get('x-postern-demo-user')).toBe(
      'user:default/mira',
    );
  });
});
