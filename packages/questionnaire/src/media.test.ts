import { describe, expect, it } from '@jest/globals'
import { isShowable, mediaId, mediaOf, missingFiles, withMedia } from './media.ts'
import type { Questionnaire } from './model.ts'
import { textsOf } from './texts.ts'
import { readWorkbook } from './xlsform/from-xlsform.ts'
import { toXlsform } from './xlsform/to-xlsform.ts'

const ID = '0b5c8f6e-8f5c-4a47-9d0c-6f0a2f8f3c11'
const ADDRESS = `/api/q/media/${ID}`

const GARDEN: Questionnaire = {
  title: { fr: 'Le jardin' },
  baseLanguage: 'fr',
  languages: ['fr', 'nl'],
  items: [
    {
      key: 'bloc',
      kind: 'page',
      items: [
        {
          key: 'plot',
          kind: 'single',
          label: { fr: 'Quelle parcelle' },
          choices: 'plots',
          media: { image: { fr: 'plan.png', nl: 'grondplan.png' }, alt: { fr: 'Le plan', nl: 'Het plan' } },
        },
      ],
    },
    { key: 'song', kind: 'note', label: { fr: 'Écoutez' }, media: { audio: { fr: ADDRESS } } },
  ],
  choiceLists: {
    plots: [
      { name: 'north', label: {}, media: { image: { fr: 'plan.png' }, alt: { fr: 'Au nord' } } },
      { name: 'south', label: { fr: 'Au sud' } },
    ],
  },
}

describe('files of questions', () => {
  it('are known by their address on our own server', () => {
    expect(mediaId(ADDRESS)).toBe(ID)
    for (const other of [
      'plan.png',
      `https://elsewhere.example${ADDRESS}`,
      `${ADDRESS}/x`,
      `${ADDRESS}?a`,
      '/api/q/media/1',
    ])
      expect(mediaId(other)).toBeUndefined()
    expect([ADDRESS, '/logo.png', 'data:image/png;base64,AA'].every(isShowable)).toBe(true)
    expect(
      ['plan.png', '//elsewhere.example/a.png', 'https://a.example/a.png', 'data:text/html,x'].some(isShowable),
    ).toBe(false)
  })

  it('are found in questions and lists, each once', () => {
    expect(mediaOf(GARDEN)).toEqual(['plan.png', 'grondplan.png', ADDRESS])
  })

  it('that are still to be added are told, with the choice they belong to', () => {
    expect(missingFiles(GARDEN)).toEqual([
      { key: 'plot', place: 'media', code: 'missingFile', detail: { file: 'plan.png' } },
      { key: 'plots', place: 'list', code: 'missingFile', detail: { file: 'plan.png', name: 'north' } },
    ])
    expect(missingFiles(GARDEN, (address) => address !== ADDRESS)).toEqual([
      { key: 'song', place: 'media', code: 'missingFile', detail: { file: ADDRESS } },
    ])
  })

  it('added once stand wherever their name stood', () => {
    expect(mediaOf(withMedia(GARDEN, 'plan.png', ADDRESS))).toEqual([ADDRESS, 'grondplan.png'])
  })

  it('have words for those who cannot see them, which are translated; the files themselves are not', () => {
    const visible = textsOf(GARDEN).filter(([{ visible: seen, part }]) => seen && part !== 'label')
    expect(visible.map(([{ path }]) => path)).toEqual(['form/title', 'item/plot/alt', 'choice/plots/north/alt'])
  })

  it('come back from a workbook with their words', () => {
    const read = readWorkbook(toXlsform(GARDEN))
    expect('questionnaire' in read && read.questionnaire).toMatchObject({
      items: GARDEN.items,
      choiceLists: GARDEN.choiceLists,
    })
  })
})
