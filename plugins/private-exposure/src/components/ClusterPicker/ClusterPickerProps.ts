/** What the picker needs of a form field; both frontend systems' field props have it. @internal */
export interface ClusterPickerProps {
  formData?: string;
  onChange: (cluster: string | undefined) => void;
  required?: boolean;
  disabled?: boolean;
  rawErrors?: string[];
  idSchema?: { $id?: string };
  schema?: { title?: string; description?: string; enum?: unknown };
  uiSchema?: object;
}
