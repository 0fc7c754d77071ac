/** Being written. */
export async function cancelExport(..._args: unknown[]): Promise<never> {
  throw new Error('being written')
}
