// Words of the admin, en.
export const en = {}
