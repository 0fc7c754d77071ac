/** Being written. */
export async function startExport(..._args: unknown[]): Promise<never> {
  throw new Error('being written')
}
