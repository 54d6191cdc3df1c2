import {
  Sidebar,
  SidebarDivider,
  SidebarGroup,
  SidebarItem,
  SidebarSpace,
} from '@backstage/core-components';
import type { NavContentComponentProps } from '@backstage/plugin-app-react';
import { NotificationsSidebarItem } from '@backstage/plugin-notifications';
import { UserSettingsSignInAvatar } from '@backstage/plugin-user-settings';
import MenuIcon from '@material-ui/icons/Menu';
import { makeStyles } from '@material-ui/core/styles';
import { Wordmark } from './Wordmark';

const useStyles = makeStyles({
  // The longest title of a page would otherwise be cut to leave room for an action that no entry here has.
  item: {
    '& .MuiTypography-root': { width: 'auto' },
    '& > div:last-child': { width: 8 },
  },
});

/** Catalog and Create first, then whatever pages the installed plugins bring. @internal */
export function SideNavigation({ navItems }: NavContentComponentProps) {
  const classes = useStyles();
  const nav = navItems.withComponent(item => (
    <SidebarItem
      className={classes.item}
      icon={() => item.icon}
      to={item.href}
      text={item.title}
    />
  ));
  // The notifications plugin has an item of its own, with the count of what is unread.
  nav.take('page:notifications');
  const settings = nav.take('page:user-settings');

  return (
    <Sidebar>
      <Wordmark />
      <SidebarDivider />
      <SidebarGroup label="Menu" icon={<MenuIcon />}>
        {nav.take('page:catalog')}
        {nav.take('page:scaffolder')}
        {nav.take('page:private-exposure')}
        {nav.rest({ sortBy: 'title' })}
      </SidebarGroup>
      <SidebarSpace />
      <SidebarDivider />
      <NotificationsSidebarItem />
      <SidebarGroup
        label="Settings"
        icon={<UserSettingsSignInAvatar />}
        to="/settings"
      >
        {settings}
      </SidebarGroup>
    </Sidebar>
  );
}
