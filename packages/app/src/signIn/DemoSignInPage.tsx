import { useState } from 'react';
import {
  Content,
  ContentHeader,
  Header,
  InfoCard,
  Page,
  ProxiedSignInPage,
} from '@backstage/core-components';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import Button from '@material-ui/core/Button';
import Grid from '@material-ui/core/Grid';
import Typography from '@material-ui/core/Typography';
import { demoUsers } from './demoUsers';

const STORAGE_KEY = 'postern.demo-user';

/**
 * Lets a visitor choose whom to be. The choice lasts for the browser tab's session, so a reload asks nothing.
 *
 * @internal
 */
export function DemoSignInPage(props: SignInPageProps) {
  const [userRef, setUserRef] = useState(() =>
    sessionStorage.getItem(STORAGE_KEY),
  );

  if (userRef) {
    return (
      <ProxiedSignInPage
        {...props}
        // Signing out ends in a reload, which must ask again.
        onSignInSuccess={identity =>
          props.onSignInSuccess({
            getProfileInfo: () => identity.getProfileInfo(),
            getBackstageIdentity: () => identity.getBackstageIdentity(),
            getCredentials: () => identity.getCredentials(),
            signOut: async () => {
              sessionStorage.removeItem(STORAGE_KEY);
              await identity.signOut();
            },
          })
        }
        provider="demo"
        headers={{ 'x-postern-demo-user': userRef }}
      />
    );
  }

  const choose = (ref: string) => {
    sessionStorage.setItem(STORAGE_KEY, ref);
    setUserRef(ref);
  };

  return (
    <Page themeId="home">
      <Header title="Postern" subtitle="A demo on your own machine" />
      <Content>
        <ContentHeader title="Who would you like to be?" />
        <Grid container spacing={3} component="ul" style={{ padding: 0 }}>
          {demoUsers.map(user => (
            <Grid
              item
              xs={12}
              md={4}
              component="li"
              key={user.ref}
              style={{ listStyle: 'none' }}
            >
              <UserCard user={user} choose={() => choose(user.ref)} />
            </Grid>
          ))}
        </Grid>
      </Content>
    </Page>
  );
}

function UserCard(props: {
  user: (typeof demoUsers)[number];
  choose: () => void;
}) {
  const { user, choose } = props;
  return (
    <InfoCard
      title={user.name}
      subheader={user.role}
      variant="fullHeight"
      actions={
        <Button color="primary" variant="outlined" onClick={choose}>
          Sign in as {user.name}
        </Button>
      }
    >
      <Typography>{user.can}</Typography>
    </InfoCard>
  );
}
