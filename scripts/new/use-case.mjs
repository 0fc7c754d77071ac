import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Sentence } from '../lib/sentence.mjs'
import { camel, checkFolderName, checkUseCaseName, pascal } from './names.mjs'
import { fill, writeNew } from './write.mjs'

const modules = 'apps/api/src/modules'

/**
 * Writes a use case and a test that fails until it does something; answers the files, and what is left to do by hand.
 * The files between which the lines go are shared by everyone, so nobody writes them by machine.
 */
export function newUseCase(root, { module, name, about = 'enterprise' }) {
  checkFolderName(module, 'a module')
  checkUseCaseName(name)
  const folder = path.join(root, modules, module)
  if (!existsSync(folder)) {
    const known = readdirSync(path.join(root, modules)).join(', ')
    throw new Sentence(
      `There is no module "${module}". There are: ${known}. A new one begins with its folder in ${modules}.`,
    )
  }
  if (about !== 'enterprise' && about !== 'evaluation') {
    throw new Sentence(`A use case is about an enterprise or an evaluation, not about "${about}".`)
  }
  refuseTakenName(root, camel(name))
  const [verb, ...noun] = name.split('-')
  const values = {
    about,
    action: `${camel(noun.join('-'))}:${verb}`,
    camel: camel(name),
    demand: about === 'enterprise' ? 'demandForEnterprise' : 'demandForEvaluation',
    pascal: pascal(name),
    subject: module === 'enterprise' ? './subject.ts' : '../enterprise/subject.ts',
    words: name.replaceAll('-', ' '),
  }
  const file = `${modules}/${module}/${name}`
  const files = writeNew(root, {
    [`${file}.ts`]: fill('use-case.ts.txt', values),
    [`${file}.test.ts`]: fill(`use-case-${about}.test.ts.txt`, values),
  })
  return { files, left: leftToDo(root, { ...values, module, name }) }
}

/** A mutation has one name in the whole schema, so a function of that name elsewhere is a use case already. */
function refuseTakenName(root, name) {
  const declares = new RegExp(`export (async )?function ${name}\\b`)
  for (const entry of readdirSync(path.join(root, modules), { recursive: true })) {
    const file = path.join(root, modules, entry)
    if (!entry.endsWith('.ts') || !declares.test(readFileSync(file, 'utf8'))) continue
    throw new Sentence(`${name} is there already, in ${path.join(modules, entry)}: nothing was written.`)
  }
}

function leftToDo(root, { action, camel, module, name, pascal }) {
  const resolver = resolverOf(root, module)
  const rules = readFileSync(path.join(root, modules, 'access/rules.ts'), 'utf8')
  const rule = rules.includes(`'${action}':`)
    ? [`1. The rule '${action}' is in ${modules}/access/rules.ts already: see that it says whom you mean.`]
    : [`1. The rule, in ${modules}/access/rules.ts:`, `     '${action}': { partnerAdmin: 'all' },`]
  return [
    'The test fails until the use case does something. Add by hand:',
    ...rule,
    `2. The door, in ${resolver}:`,
    `     'Mutation.${camel}': '${action}',`,
    '3. The resolver, in the same file:',
    `     import { ${camel}, ${pascal}Input, ${pascal}Payload } from './${name}.ts'`,
    '',
    `     @Mutation(() => ${pascal}Payload, { description: 'What it does, as in the use case.' })`,
    `     ${camel}(@Arg('input', () => ${pascal}Input) input: ${pascal}Input, @Ctx() { actor, tenant }: Context) {`,
    `       return tenant.write((db) => ${camel}(db, actor, input))`,
    '     }',
    '',
    `Then: npm run generate, and npm test -w @vises/api -- ${name}`,
  ]
}

function resolverOf(root, module) {
  const found = readdirSync(path.join(root, modules, module)).filter((entry) => entry.endsWith('.resolver.ts'))
  const own = found.find((entry) => entry === `${module}.resolver.ts`) ?? found[0]
  return own
    ? `${modules}/${module}/${own}`
    : `${modules}/${module}/${module}.resolver.ts (new: list it in apps/api/src/schema.ts)`
}
