import type { Item, Questionnaire } from '@vises/questionnaire/model.ts'
import { printWords } from '@vises/questionnaire/paper/print-words.ts'
import { questionsOf } from '@vises/questionnaire/walk.ts'
import { aSite, aTokenOf } from '../../../../test/http-bench.ts'
import type { Site } from '../../../../test/http-bench.ts'
import { aWorld } from '../../../../test/world.ts'
import type { World } from '../../../../test/world.ts'
import type { Actor } from '../../access/actor.ts'
import { anEnterprise } from '../../evaluation/test-builders.ts'
import { libraryQuestionnaire } from '../../questionnaire/data/index.ts'
import { aQuestionnaire, aWave } from '../test-builders.ts'
import type { WaveOfTest } from '../test-builders.ts'
import { paperFile } from './paper-form.ts'
import type { PaperInput } from './paper-input.ts'
import { readPdf } from './read-pdf.ts'

const WAVE: PaperInput['wave'] = {
  askedBy: 'Textura ASBL',
  purpose: { fr: 'Pour améliorer le parcours.', nl: 'Om het traject te verbeteren.', en: 'To improve the pathway.' },
  contact: 'Sonia, le mardi',
  anonymous: true,
  closesOn: '2030-06-30',
  keepUntil: '2031-12-31',
}
const formOf = async (content: Questionnaire, language: string, more: Partial<PaperInput> = {}) =>
  readPdf(await paperFile({ content, language, pictures: {}, first: 1, copies: 1, wave: WAVE, ...more }))
const asking = (items: Item[], choiceLists: Questionnaire['choiceLists'] = {}): Questionnaire => ({
  title: { fr: 'Essai' },
  baseLanguage: 'fr',
  languages: ['fr'],
  choiceLists,
  items,
})
/** A picture of one dot. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** Without blanks: a line may be broken after each hyphen. */
const squeezed = (text: string) => text.replaceAll(/[|\s]+/g, '')
/** Words as they run on, whatever lines they were broken into. */
const running = (pages: string[]) => pages.join(' ').replaceAll(/[|\s]+/g, ' ')

describe('a questionnaire on paper', () => {
  test.each(['textura', 'marelle', 'korenbloem'])(
    '%s asks all its questions in order, in every language',
    async (code) => {
      const content = libraryQuestionnaire(code)!
      for (const language of ['fr', 'nl', 'en']) {
        const { title, language: tag, pages, hasMissingGlyph } = await formOf(content, language)
        expect([title, tag, hasMissingGlyph]).toEqual([content.title[language], language, false])
        const told = squeezed(pages.join(''))
        let from = 0
        let number = 0
        for (const [{ kind, label }] of questionsOf(content.items)) {
          if (kind === 'calculated' || kind === 'hidden') continue
          const words = squeezed(label![language]!.replaceAll('**', ''))
          const at = told.indexOf(kind === 'note' ? words : `${++number}${words}`, from)
          expect([words, at >= from]).toEqual([words, true])
          from = at
        }
        const words = printWords(language)
        for (const said of [words.asks('Textura ASBL'), WAVE.purpose[language]!, words.anonymous, words.howTo])
          expect(told).toContain(squeezed(said))
        pages.forEach((page, at) => expect(squeezed(page)).toContain(squeezed(words.page(at + 1, pages.length))))
      }
    },
  )

  test('is read aloud in order: its title, what it asks as headings, what to choose from as lists and tables', async () => {
    const named = (...words: string[]) => words.map((text, at) => ({ name: `n${at}`, label: { fr: text } }))
    const long = 'avec des mots '.repeat(12)
    const items: Item[] = [
      { kind: 'yesNo', key: 'a', label: { fr: 'Blessé ?' } },
      {
        kind: 'group',
        key: 'g',
        label: { fr: 'Votre aide' },
        items: [
          { kind: 'note', key: 'n', label: { fr: 'Un mot.' } },
          { kind: 'multiple', key: 'b', choices: 'few', other: true, label: { fr: 'Qui ?' } },
          { kind: 'scale', key: 'c', min: 1, max: 2, lowLabel: { fr: 'peu' }, label: { fr: 'Combien ?' } },
          { kind: 'matrix', key: 'd', rows: 'many', choices: 'few', label: { fr: 'Où ?' } },
        ],
      },
    ]
    const many = Array.from({ length: 40 }, (_, at) => `Ligne ${at} ${long}`)
    const content = asking(items, { few: named('Ici', 'Là'), many: named(...many) })
    const { title, showsTitle, aloud, silent } = await formOf(content, 'fr')
    expect([title, showsTitle]).toEqual(['Essai', true])
    expect(aloud.flat().filter((text) => !text.startsWith('P '))).toEqual([
      'H1 Essai',
      'H2 1 Blessé ?',
      ...['Oui', 'Non'].map((words) => `LBody ${words}`),
      'H2 Votre aide',
      'H3 2 Qui ?',
      ...['Ici', 'Là', 'Autre :'].map((words) => `LBody ${words}`),
      'H3 3 Combien ?',
      ...['1', '2'].map((words) => `LBody ${words}`),
      'H3 4 Où ?',
      ...['Ici', 'Là', ...many].map((words) => `TH ${words.trim()}`),
    ])
    expect(aloud.flat()).toEqual(expect.arrayContaining(['P Un mot.', 'P peu']))
    // The foot of each page, and a table's head where it goes on: nobody needs to hear them again.
    expect(silent.length).toBeGreaterThan(2)
    silent.forEach((text, at) =>
      expect([at, text.replaceAll(/\s+/g, ' ').trim()]).toEqual([
        at,
        `${at > 0 ? '4 Où ? Ici Là ' : ''}Essai Feuille n° 1 · Page ${at + 1} sur ${silent.length}`,
      ]),
    )
  })

  test('shows the pictures of questions and answers, with their words; one that cannot be drawn is left out', async () => {
    const [plan, broken] = ['/api/q/media/plan', '/api/q/media/broken']
    const media = (image: string, alt?: string) => ({ image: { fr: image }, ...(alt && { alt: { fr: alt } }) })
    const content = asking(
      [
        { kind: 'single', key: 'a', choices: 'plots', label: { fr: 'Où ?' }, media: media(plan, 'Le plan') },
        { kind: 'note', key: 'b', label: { fr: 'Voici.' }, media: media(broken, 'Rien') },
        { kind: 'note', key: 'c', label: { fr: 'Ailleurs.' }, media: media('/api/q/media/constructor', 'Rien') },
      ],
      { plots: [{ name: 'n', label: { fr: 'Au nord' }, media: media(plan) }] },
    )
    const pictures = {
      [plan]: `data:image/png;base64,${PNG}`,
      [broken]: `data:image/png;base64,${PNG.slice(0, 60)}`,
    }
    const { pictures: drawn, aloud } = await formOf(content, 'fr', { pictures })
    expect(drawn).toBe(2)
    const told = aloud.flat().slice(aloud.flat().indexOf('H2 1 Où ?') + 1)
    expect(told.filter((text) => !text.startsWith('P '))).toEqual(['Figure Le plan', 'LBody Au nord'])
  })

  test('tells in words what to skip and where to go on', async () => {
    const content = asking([
      { kind: 'yesNo', key: 'hurt', label: { fr: 'Blessé ?' } },
      { kind: 'shortText', key: 'where', label: { fr: 'Où ?' }, relevant: `\${hurt} = 'yes'` },
      { kind: 'shortText', key: 'when', label: { fr: 'Quand ?' }, relevant: `\${hurt} = 'yes'` },
      { kind: 'integer', key: 'age', label: { fr: 'Âge ?' } },
    ])
    const told = running((await formOf(content, 'fr')).pages)
    expect(told).toMatch(
      /2 Où \? Seulement si vous avez répondu « Oui » à la question 1. Sinon, allez à la question 4./,
    )
    expect(told).toMatch(
      /3 Quand \? Seulement si vous avez répondu « Oui » à la question 1. Sinon, allez à la question 4./,
    )
  })

  test('lets people say that they prefer not to, except where that is not offered', async () => {
    const content = asking([
      { kind: 'yesNo', key: 'hurt', label: { fr: 'Blessé ?' } },
      { kind: 'matrix', key: 'views', rows: 'rows', label: { fr: 'Avis' } },
      { kind: 'shortText', key: 'name', label: { fr: 'Métier ?' }, declinable: false },
      { kind: 'consent', key: 'consent', label: { fr: 'D’accord ?' } },
    ])
    const told = running((await formOf(content, 'fr')).pages)
    expect(told.match(/Je préfère ne pas répondre/g)).toHaveLength(2)
    expect(told).toMatch(/Non Je préfère ne pas répondre 2 Avis/)
  })

  test('lets people tick one of few territories, and write one of many', async () => {
    const region = (at: number) => ({ name: `R${at}`, label: { fr: `Région ${at}` } })
    const content = (count: number): Questionnaire => ({
      ...asking([{ kind: 'place', key: 'home', level: 'region', label: { fr: 'Où ?' } }]),
      places: { region: Array.from({ length: count }, (_, at) => region(at)) },
    })
    expect(running((await formOf(content(5), 'fr')).pages)).toMatch(
      /1 Où \? Région 0 Région 1 Région 2 Région 3 Région 4 /,
    )
    expect(running((await formOf(content(40), 'fr')).pages)).not.toContain('Région')
  })

  test('numbers sheets, and counts the pages of each by itself', async () => {
    const { pages } = await formOf(libraryQuestionnaire('textura')!, 'fr', { first: 99, copies: 3 })
    expect(pages.map((page) => /Feuille n° \d+ · Page \d+ sur \d+/.exec(page.replaceAll('|', ''))?.[0])).toEqual(
      [99, 100, 101].flatMap((sheet) => [1, 2].map((page) => `Feuille n° ${sheet} · Page ${page} sur 2`)),
    )
  })

  test('breaks a long table between rows and says again what its columns are', async () => {
    const rows = Array.from({ length: 70 }, (_, at) => ({
      name: `r${at}`,
      label: { fr: `Ligne ${at} ${'avec des mots '.repeat(8)}` },
    }))
    const content = asking([{ kind: 'matrix', key: 'm', rows: 'rows', label: { fr: 'Je sais' } }], { rows })
    const { pages } = await formOf(content, 'fr')
    expect(pages.length).toBeGreaterThan(3)
    for (const [at, page] of pages.entries()) {
      const lines = page.replaceAll(/[|\s]+/g, ' ')
      const begun = [...lines.matchAll(/Ligne (\d+)/g)].map(([, row]) => Number(row))
      if (begun.length === 0) continue
      expect([at, lines.includes('Tout à fait d’accord'), lines.includes('1 Je sais')]).toEqual([at, true, true])
      // Whole rows: as many ends as beginnings.
      expect(lines.match(/avec des mots/g)).toHaveLength(8 * begun.length)
    }
    expect([...running(pages).matchAll(/Ligne (\d+)/g)].map(([, row]) => Number(row))).toEqual(rows.map((_, at) => at))
  })

  test('comes to an end with tables that no page holds: many columns, endless words', async () => {
    const named = (count: number, words: string) =>
      Array.from({ length: count }, (_, at) => ({ name: `n${at}`, label: { fr: `${words} ${at}.` } }))
    const endless = 'mot '.repeat(1200)
    const lists = { wide: named(40, 'Colonne'), tall: named(3, endless), few: named(3, 'Ligne') }
    const content = asking(
      [
        { kind: 'matrix', key: 'a', rows: 'few', choices: 'wide', label: { fr: 'Large' } },
        { kind: 'matrix', key: 'b', rows: 'tall', label: { fr: 'Long' } },
        { kind: 'matrix', key: 'c', rows: 'few', choices: 'tall', label: { fr: 'Haut' } },
        { kind: 'matrix', key: 'd', rows: 'few', label: { fr: endless } },
        { kind: 'single', key: 'e', choices: 'tall', label: { fr: 'Choisir' } },
        { kind: 'scale', key: 'f', lowLabel: { fr: endless }, label: { fr: 'Noter' } },
      ],
      lists,
    )
    const told = running((await formOf(content, 'fr')).pages)
    expect(told.match(/Colonne 39\./g)).toHaveLength(3)
    expect(told.match(/mot/g)).toHaveLength(1200 * 17)
    for (const label of ['1 Large', '2 Long', '3 Haut', '4 mot', '5 Choisir', '6 Noter']) expect(told).toContain(label)
  }, 60_000)

  test('holds whatever people ask: very long texts, every kind, faces and joiners, and no glyph is missing', async () => {
    const kinds = [
      'note',
      'shortText',
      'longText',
      'integer',
      'decimal',
      'date',
      'time',
      'dateTime',
      'yesNo',
      'scale',
    ] as const
    const more = [
      'agreement',
      'thenNow',
      'ranking',
      'place',
      'file',
      'consent',
      'calculated',
      'hidden',
      'multiple',
    ] as const
    const list = Array.from({ length: 90 }, (_, at) => ({
      name: `c${at}`,
      label: { fr: `Choix ${at} 👩‍🌾 Łódź Œuvre ẞ` },
    }))
    const content = asking(
      [
        {
          kind: 'page',
          key: 'p',
          label: { fr: 'Page' },
          items: [
            ...[...kinds, ...more].map((kind): Item => ({
              kind,
              key: kind,
              label: { fr: `Genre ${kind} 😀 \${shortText} ${kind === 'date' ? 'très long '.repeat(400) : ''}` },
              ...((kind === 'ranking' || kind === 'multiple') && { choices: 'list' }),
              ...(kind === 'scale' && { min: 0, max: 100, lowLabel: { fr: 'rien' }, highLabel: { fr: 'tout' } }),
            })),
            {
              kind: 'repeat',
              key: 'r',
              label: { fr: 'Enfants' },
              items: [{ kind: 'integer', key: 'a', label: { fr: 'Âge' } }],
            },
          ],
        },
      ],
      { list },
    )
    const { pages, hasMissingGlyph } = await formOf(content, 'fr')
    const told = running(pages)
    expect(hasMissingGlyph).toBe(false)
    expect(told).not.toContain('\ufffd')
    for (const kind of [...kinds, ...more])
      expect([kind, told.includes(`Genre ${kind} `)]).toEqual([kind, kind !== 'calculated' && kind !== 'hidden'])
    expect(told.match(/très/g)).toHaveLength(400)
    for (let at = 0; at < 90; at++) expect(told.match(new RegExp(`Choix ${at} `, 'g'))).toHaveLength(2)
    expect([told.includes('rien'), told.includes('tout'), told.includes(' 100 ')]).toEqual([true, true, true])
  })
})

describe('the file of a wave', () => {
  let world: World
  let site: Site
  let wave: WaveOfTest
  beforeAll(async () => {
    world = await aWorld()
    site = await aSite(world, [])
    const content = aQuestionnaire({
      languages: ['fr', 'nl', 'ar'],
      title: { fr: 'Votre avis', nl: 'Uw mening', ar: 'رأيك' },
    })
    wave = await aWave(world, { content, settings: { languages: ['fr', 'nl', 'ar'] } })
  })
  afterAll(async () => {
    await site?.close()
    await world?.close()
  })
  const load = async (actor: Actor | undefined, query = '', id = wave.waveId) =>
    fetch(`${site.url}/api/paper-forms/${id}${query}`, {
      headers: actor && { authorization: `Bearer ${await aTokenOf(world, actor)}` },
    })

  test('is for who may read the wave; for others there is none', async () => {
    const stranger = (await anEnterprise(world)).manager
    const statuses = [
      await load(wave.enterprise.manager),
      await load(wave.enterprise.contributor),
      await load(stranger),
      await load(wave.enterprise.manager, '', '0198c2a0-0000-7000-8000-000000000000'),
      await load(wave.enterprise.manager, '', 'nonsense'),
      await load(undefined),
    ].map(({ status }) => status)
    expect(statuses).toEqual([200, 200, 404, 404, 404, 401])
  })

  test('has the pictures that are kept for its questions', async () => {
    const { enterprise } = wave
    const { id } = (
      await world.root.query<{ id: string }>(
        `INSERT INTO questionnaire_media (partner_id, id, enterprise_id, media_type, bytes, content, created_by_name)
         SELECT $1, gen_random_uuid(), $2, 'image/png', length(content), content, 'Nadia'
         FROM decode($3, 'base64') AS content RETURNING id`,
        [enterprise.partner.id, enterprise.id, PNG],
      )
    ).rows[0]!
    const item: Item = {
      kind: 'yesNo',
      key: 'a',
      label: { fr: 'Ici ?' },
      media: { image: { fr: `/api/q/media/${id}` }, alt: { fr: 'Le jardin' } },
    }
    const pictured = await aWave(world, { content: aQuestionnaire({ items: [item] }) })
    const response = await load(pictured.enterprise.manager, '', pictured.waveId)
    const { pictures, aloud } = await readPdf(Buffer.from(await response.arrayBuffer()))
    expect([pictures, aloud.flat().includes('Figure Le jardin')]).toEqual([1, true])
  })

  test('is in the language asked for, and carries the numbers asked for', async () => {
    const response = await load(wave.enterprise.manager, '?language=nl&first=7&copies=2')
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="questionnaire-7-8.pdf"',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    const { title, language, pages } = await readPdf(Buffer.from(await response.arrayBuffer()))
    expect([title, language]).toEqual(['Uw mening', 'nl'])
    expect(running(pages)).toMatch(/Blad nr\. 7 .*Waar\?.*Blad nr\. 8 .*Waar\?/)
  })

  test('is refused in a language that is not offered, or whose script the font cannot write', async () => {
    const refused = async (query: string) => {
      const response = await load(wave.enterprise.manager, query)
      return [response.status, ((await response.json()) as any).problems]
    }
    expect(await refused('?language=en')).toEqual([400, [{ field: 'language', code: 'notOffered' }]])
    expect(await refused('?language=ar')).toEqual([400, [{ field: 'language', code: 'otherScript' }]])
  })

  test('is refused when a letter is missing in the font: the browser prints it', async () => {
    const odd = await aWave(world, { content: aQuestionnaire({ title: { fr: 'Votre avis \ua7b5' } }) })
    const response = await load(odd.enterprise.manager, '', odd.waveId)
    expect([response.status, await response.json()]).toEqual([422, { error: 'NOT_WRITABLE' }])
    const plain = await aWave(world, { content: aQuestionnaire({ title: { fr: 'Votre avis \u{1f600}' } }) })
    expect((await load(plain.enterprise.manager, '', plain.waveId)).status).toBe(200)
  })
})
