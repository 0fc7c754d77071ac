import { DemoCalendar } from './demo-calendar.ts'
import { wordsInTime } from './demo-words.ts'

// The data has its present on 15 December 2018; this demo 23 days before eight years later.
const calendar = new DemoCalendar('2026-11-22')

test.each([
  ['Enquête 2018', 'Enquête 2026'],
  ['Présences 2017-2018, n° 3', 'Présences 2025-2026, n° 3'],
  ['Du 7 au 25 mai 2018', 'Du 14 avril au 2 mai 2026'],
  ['Du 4 au 29 juin 2018, aide sur place', 'Du 12 mai au 6 juin 2026, aide sur place'],
  ['Mai 2018, tablette', 'Avril 2026, tablette'],
  ['Avril à juin 2018', 'Mars à mai 2026'],
  ['Sorties de janvier 2016 à mars 2018', 'Sorties de décembre 2023 à février 2026'],
  ['Registre de novembre 2018', 'Registre d’octobre 2026'],
  ['relance le 10 janvier', 'relance le 18 décembre'],
  ['Deux rappels (14 et 24 mai)', 'Deux rappels (21 avril et 1er mai)'],
  ['Passage à la version 2018 de la démarche', 'Passage à la version 2018 de la démarche'],
  ['Le budget est fixé en janvier', 'Le budget est fixé en janvier'],
  ['2018-06-30', '2018-06-30'],
])('%s reads %s', (text, expected) => expect(wordsInTime(text, 'fr', calendar)).toBe(expected))

test.each([
  ['28 mei tot 24 juni 2018, online', '5 mei tot 1 juni 2026, online'],
  ['Juni tot augustus 2018', 'Mei tot juli 2026'],
  ['goedgekeurd op 1 december 2018', 'goedgekeurd op 8 november 2026'],
  ['Jaarrekeningen 2016 tot 2018', 'Jaarrekeningen 2024 tot 2026'],
  ['wat er in oktober binnenkomt', 'wat er in oktober binnenkomt'],
])('%s reads %s in Dutch', (text, expected) => expect(wordsInTime(text, 'nl', calendar)).toBe(expected))
