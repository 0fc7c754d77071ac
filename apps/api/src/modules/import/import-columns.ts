import { createHash } from 'node:crypto'
import { plainText } from '../enterprise/plain-text.ts'

/** What a column of an import file can mean. */
export const IMPORT_FIELDS = [
  'name',
  'country',
  'identifier',
  'legalForm',
  'nace',
  'sizeBand',
  'address',
  'postalCode',
  'city',
  'website',
  'description',
  'platform',
  'territory',
  'coach',
] as const
export type ImportField = (typeof IMPORT_FIELDS)[number]

/** Which column holds which field: the place of the column, counted from 0. */
export type Mapping = Partial<Record<ImportField, number>>

// Headers as people and registers write them, without accents and capitals; the labels of our own export among them.
const SYNONYMS: Record<ImportField, string[]> = {
  name: [
    'nom',
    'naam',
    'name',
    'entreprise',
    'onderneming',
    'enterprise',
    'raison sociale',
    'denomination',
    'denomination sociale',
    'nom de l entreprise',
    'structure',
    'organisation',
    'organisatie',
    'bedrijf',
    'bedrijfsnaam',
    'handelsnaam',
    'company',
    'nom usuel',
    'association',
  ],
  country: ['pays', 'land', 'country', 'code pays', 'landcode'],
  identifier: [
    'identifiant',
    'numero',
    'nummer',
    'identifier',
    'siret',
    'numero siret',
    'n siret',
    'bce',
    'numero bce',
    'n bce',
    'kbo',
    'kbo nummer',
    'kbo nr',
    'ondernemingsnummer',
    'numero d entreprise',
    'n d entreprise',
    'numero entreprise',
    'enterprise number',
    'tva',
    'btw',
    'btw nummer',
    'numero de tva',
    'bce siret',
    'siret bce',
    'vat number',
    'numero bce ou siret',
    'kbo of siret nummer',
    'bce or siret number',
  ],
  legalForm: [
    'forme juridique',
    'nature juridique',
    'statut juridique',
    'rechtsvorm',
    'juridische vorm',
    'legal form',
    'forme',
  ],
  nace: [
    'nace',
    'code nace',
    'nace code',
    'nacebel',
    'naf',
    'code naf',
    'code naf2',
    'ape',
    'code ape',
    'secteur',
    'sector',
    'activity code',
  ],
  sizeBand: [
    'taille',
    'effectif',
    'effectifs',
    'omvang',
    'grootte',
    'grootteklasse',
    'size',
    'size band',
    'nombre de salaries',
    'workers',
  ],
  address: [
    'adresse',
    'adres',
    'address',
    'rue',
    'straat',
    'street',
    'address line 1',
    'adresse 1',
    'nom rue',
    'straat en nummer',
  ],
  postalCode: ['code postal', 'cp', 'postcode', 'postal code', 'post code', 'zip', 'code post com'],
  city: [
    'commune',
    'ville',
    'localite',
    'gemeente',
    'stad',
    'plaats',
    'woonplaats',
    'city',
    'town',
    'municipality',
    'lib com',
  ],
  website: ['site', 'site web', 'site internet', 'website', 'web', 'url', 'webstek', 'page web'],
  description: [
    'description',
    'beschrijving',
    'omschrijving',
    'activite',
    'activites',
    'activiteit',
    'activiteiten',
    'presentation',
  ],
  platform: [
    'plateforme',
    'plateforme test',
    'plateforme-test',
    'proefplatform',
    'platform',
    'test platform',
    'testplatform',
  ],
  territory: [
    'territoire',
    'territoire du siege',
    'gebied',
    'gebied van de zetel',
    'territory',
    'territory of the seat',
    'nuts',
  ],
  coach: [
    'accompagnateur',
    'accompagnatrice',
    'accompagnement',
    'accompagnateur·rice',
    'coach',
    'begeleider',
    'begeleiding',
    'charge de mission',
  ],
}

/** A header without accents, capitals, signs and numbering, as the synonyms are written. */
export const plainHeader = (header: string): string =>
  plainText(header)
    .replace(/[^a-z0-9·]+/g, ' ')
    .trim()

/** What the headers most likely mean; each field gets the first column that fits best. */
export function suggestMapping(headers: string[]): Mapping {
  const mapping: Mapping = {}
  const plain = headers.map(plainHeader)
  const taken = new Set<number>()
  for (const field of IMPORT_FIELDS) {
    const places = SYNONYMS[field].map((word) =>
      plain.findIndex((header, place) => header === plainHeader(word) && !taken.has(place)),
    )
    const place = places.filter((found) => found >= 0).at(0)
    if (place === undefined) continue
    mapping[field] = place
    taken.add(place)
  }
  return mapping
}

/** The same for files with the same headers in the same order. */
export const fingerprintOf = (headers: string[]): string =>
  createHash('sha256')
    .update(JSON.stringify(headers.map(plainHeader)))
    .digest('hex')
    .slice(0, 32)
