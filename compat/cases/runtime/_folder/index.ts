export const where = "folder";
