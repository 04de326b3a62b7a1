// How much of a bank's file is read at most.

export const statementLimits = {
  /** Of the file itself. */
  bytes: 32 * 1024 * 1024,
  /** Of an XLSX file, unpacked. */
  unzipped: 50 * 1024 * 1024,
  /** Of a table. */
  rows: 100_000,
  /** Of a CAMT file. */
  entries: 20_000,
}
