// npm run measure -w @vises/questionnaire: what a change costs in a long questionnaire, and what the page must load.
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { rolldown } from 'rolldown'

const source = path.join(import.meta.dirname, 'src')

async function bundle(code) {
  const entry = {
    name: 'entry',
    resolveId: (id) => (id === 'entry' ? id : null),
    load: (id) => (id === 'entry' ? code : null),
  }
  const build = await rolldown({ input: 'entry', plugins: [entry], logLevel: 'silent' })
  const { output } = await build.generate({ format: 'es', minify: true })
  return output[0].code
}

const load = async (code) => import(`data:text/javascript,${encodeURIComponent(await bundle(code))}`)
const from = (name, file) => `export { ${name} } from ${JSON.stringify(path.join(source, file))}`

/**
 * 500 questions; 400 of them are shown by a rule, or reckoned from a question before. Either the rules read one to
 * three different questions, or all of them read the first one and their neighbour: nothing can be worse.
 */
function longQuestionnaire(worst) {
  const label = { fr: 'Question' }
  const items = Array.from({ length: 500 }, (_, index) => {
    const question = { key: `q${index}`, kind: 'integer', label }
    if (index < 100) return question
    const near = `\${q${index - 1 - ((index * 7) % 90)}}`
    const first = `\${q${worst ? 0 : index % 100}}`
    const rules = [
      `${first} > 1`,
      `${first} > 1 or ${near} != ''`,
      `${first} > 1 or (${near} = 3 and \${q${(index * 13) % 100}} < 5)`,
    ]
    const relevant = worst ? `${first} > ${index % 3} or \${q${index - 1}} != ''` : rules[index % 3]
    if (index % 10) return { ...question, relevant }
    return { ...question, relevant, kind: 'calculated', calculation: `${near} + 1` }
  })
  return { title: label, baseLanguage: 'fr', languages: ['fr'], choiceLists: {}, items }
}

const at = (part) => (numbers) => [...numbers].sort((left, right) => left - right)[Math.floor(numbers.length * part)]
const [middle, nearlyAll] = [at(0.5), at(0.99)]
const inWords = (times) => `${middle(times).toFixed(3)} ms, 99 of 100 under ${nearlyAll(times).toFixed(3)} ms`
function timed(work) {
  const start = performance.now()
  work()
  return performance.now() - start
}

const { createForm, compile, validateSubmission } = await load(
  [from('createForm', 'form.ts'), from('compile', 'compile.ts'), from('validateSubmission', 'validate.ts')].join('\n'),
)
for (const worst of [false, true]) {
  const compiled = compile(longQuestionnaire(worst))
  let evaluated = 0
  const form = createForm(compiled, { language: 'fr', onEvaluation: () => evaluated++ })
  const evaluations = []
  const changes = Array.from({ length: 3000 }, (_, round) => {
    evaluated = 0
    const time = timed(() => form.set(`q${worst ? 0 : (round * 37) % 100}`, round % 7))
    evaluations.push(evaluated)
    return time
  }).slice(100) // the first hundred warm the machine up
  const answers = form.answers()
  const opened = Array.from({ length: 100 }, () => timed(() => createForm(compiled, { language: 'fr', answers })))
  const checked = Array.from({ length: 100 }, () =>
    timed(() => validateSubmission(compiled, answers, { now: new Date(), language: 'fr' })),
  )
  console.log(
    `500 questions, 400 rules, ${worst ? 'all of them reading the answer that changes' : 'each reading up to three others'}`,
  )
  console.log(
    `  a change: ${inWords(changes)}; expressions evaluated: ${middle(evaluations)}, at most ${Math.max(...evaluations)}`,
  )
  console.log(`  opening it: ${inWords(opened)}`)
  console.log(`  checking its ${Object.keys(answers).length} answers on the server: ${inWords(checked)}`)
}

for (const [what, ...parts] of [
  ['form', from('createForm', 'form.ts')],
  ['form and validation', from('createForm', 'form.ts'), from('validateSubmission', 'validate.ts')],
  ['compiling with the parser', from('compile', 'compile.ts')],
]) {
  const code = await bundle(parts.join('\n'))
  console.log(`${what}: ${(gzipSync(code, { level: 9 }).length / 1000).toFixed(1)} kB gzip`)
}
