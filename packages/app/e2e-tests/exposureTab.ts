/** Address of the page that shows what a component exposes. */
export const exposureTab = (component: string) =>
  `/catalog/default/component/${component}/private-exposure`;
