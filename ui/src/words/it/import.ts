/** Words of importing a table: the names of the fields that a column can fill. */

const fields: Record<string, string> = {
  name: 'Nome',
};

/** What the desk calls a field; a field of another import keeps its own name. */
export const fieldName = (field: string) => fields[field] ?? field;
