import { parseInvitees } from './parse-invitees.ts'

const parse = (text: string) =>
  parseInvitees(text, { languages: ['fr', 'nl', 'fr-x-plain'], groups: ['Familles', 'Équipe'] })
const people = (text: string) =>
  parse(text).invitees.map(({ email, name, language, group }) => [email, name, language, group])
const faults = (text: string) => parse(text).faults.map(({ line, code }) => [line, code])

test.each([
  ['an address alone', 'Marie@X.be', ['marie@x.be', null, null, null]],
  ['as mail programs write it', 'Marie Dubois <marie@x.be>', ['marie@x.be', 'Marie Dubois', null, null]],
  ['from a sheet, by tab', 'marie@x.be\tMarie Dubois\tnl\tFamilles', ['marie@x.be', 'Marie Dubois', 'nl', 'Familles']],
  [
    'in another order',
    'Dubois;Marie;marie@x.be;équipe;FR-X-plain',
    ['marie@x.be', 'Dubois Marie', 'fr-x-plain', 'Équipe'],
  ],
  ['with a comma inside quotation marks', '"Dubois, Marie",marie@x.be', ['marie@x.be', 'Dubois, Marie', null, null]],
])('a line %s', (_what, text, person) => expect(people(text)).toEqual([person]))

test('a first line that names the columns is followed, in three languages', () => {
  expect(people('Nom;Courriel;Langue;Groupe\nMarie;marie@x.be;fr;Familles')).toEqual([
    ['marie@x.be', 'Marie', 'fr', 'Familles'],
  ])
  expect(people('taal,e-mailadres,naam\nnl,jan@x.be,Jan')).toEqual([['jan@x.be', 'Jan', 'nl', null]])
  expect(people('Group\tEmail\n\tann@x.be')).toEqual([['ann@x.be', null, null, null]])
})

test('every line that cannot be taken is named, the others stand', () => {
  const text = [
    'Email;Langue;Groupe',
    'a@x.be;fr;Familles',
    'pas une adresse;fr;Familles',
    'b@x;fr;',
    'A@x.be;;',
    '',
    'c@x.be;de;',
    'd@x.be;;Voisins',
    ';fr;',
    `e@x.be;${'f'.repeat(700)}`,
    'f@x.be;nl;Équipe',
  ].join('\r\n')
  expect(people(text).map(([email]) => email)).toEqual(['a@x.be', 'f@x.be'])
  expect(faults(text)).toEqual([
    [3, 'badEmail'],
    [4, 'badEmail'],
    [5, 'twice'],
    [7, 'unknownLanguage'],
    [8, 'unknownGroup'],
    [9, 'noEmail'],
    [10, 'tooLong'],
  ])
})

test.each(['x@x.be\0', 'a b@x.be', 'a@x.be, b@x.be@y.be', '<script>@x.be', '"a,b"@x.be'])(
  'nothing strange becomes an address: %j',
  (text) => {
    for (const [email] of people(text)) expect(email).toMatch(/^[a-z0-9.]+@[a-z0-9.]+$/)
  },
)
