export { Sentence } from '../../packages/embedded-postgres/src/sentence.mjs'

/** Runs a command; a `Sentence` is printed alone, anything else is a fault of ours and keeps its stack. */
export async function orSentence(command) {
  try {
    await command()
  } catch (error) {
    const isPlain = error.name === 'Sentence' || error.code?.startsWith?.('ERR_PARSE_ARGS')
    console.error(isPlain ? error.message : error)
    process.exitCode = 1
  }
}
