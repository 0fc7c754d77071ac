import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Sentence } from '../lib/sentence.mjs'
import { checkFolderName, pascal } from './names.mjs'
import { fill, writeNew } from './write.mjs'

const apps = ['admin', 'client']

// What an empty page says until it has something to show.
const empty = {
  fr: ['Rien ici pour l’instant', 'Ce qui se fera sur cette page apparaîtra ici.'],
  nl: ['Hier staat nog niets', 'Wat op deze pagina gebeurt, verschijnt hier.'],
  en: ['Nothing here yet', 'What is done on this page will appear here.'],
}

/** Writes an area of an app: its entry, its page and its texts; answers the files, and what is left to do by hand. */
export function newArea(root, { app, name }) {
  if (!apps.includes(app)) throw new Sentence(`There is no app "${app}": an area belongs to admin or to client.`)
  checkFolderName(name, 'an area')
  const areas = `apps/${app}/src/areas`
  if (existsSync(path.join(root, areas, name)))
    throw new Sentence(`${areas}/${name} is there already: nothing was written.`)
  const words = name.replace(/^./, (letter) => letter.toUpperCase()).replaceAll('-', ' ')
  const values = {
    name,
    pascal: pascal(name),
    order: String(lastPlace(root, areas) + 1),
    group: app === 'admin' ? 'work' : 'evaluation',
  }
  const texts = Object.entries(empty).map(([language, [emptyTitle, sentence]]) => [
    `${areas}/${name}/texts.${language}.json`,
    `${JSON.stringify({ nav: words, title: words, emptyTitle, empty: sentence }, null, 2)}\n`,
  ])
  const files = writeNew(root, {
    [`${areas}/${name}/area.tsx`]: fill('area.tsx.txt', values),
    [`${areas}/${name}/${values.pascal}Page.tsx`]: fill('area-page.tsx.txt', values),
    ...Object.fromEntries(texts),
  })
  return { files, left: leftToDo(app, areas, name) }
}

/** The place of the last entry in the navigation, so that a new one does not push the others aside. */
function lastPlace(root, areas) {
  const entries = readdirSync(path.join(root, areas))
    .map((area) => path.join(root, areas, area, 'area.tsx'))
    .filter((file) => existsSync(file))
  const places = entries.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\border: (\d+)/g)].map(([, place]) => Number(place)),
  )
  return Math.max(0, ...places)
}

function leftToDo(app, areas, name) {
  return [
    `It is found by its folder and opens at /${app === 'admin' ? 'admin' : 'app'}/fr/${name}. By hand:`,
    `1. The action it needs, its place, group and icon, in ${areas}/${name}/area.tsx`,
    '2. Its words in French, Dutch and English, in the texts.*.json beside it',
    '3. Its operations, by graphql`…` in the page, then: npm run generate',
    '',
    'Then: npm test -w @vises/ui, which compares the texts',
  ]
}
