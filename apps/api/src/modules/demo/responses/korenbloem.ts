import type { Answers } from '@vises/questionnaire/model.ts'
import { rankings, selections, shuffled, spread } from './spread.ts'

const TO_A_FARMER = [
  'Bedankt dat u volhoudt.',
  'Kan u echt leven van wat wij betalen?',
  'Wat doet u met wat krom of klein is?',
  'Ik zou eens een dag willen meewerken.',
  'Hoe ziet u het over tien jaar?',
  'Waarom zo veel kool in februari?',
  'Wat kost een pakket u aan werk?',
  'Mijn kinderen eten nu rapen, dankzij u.',
  'Wie volgt u op?',
  'Waarom zijn de plukdagen altijd in de week?',
  'Krijgt iedereen bij u hetzelfde loon?',
  'Wat hebt u het meest nodig van ons?',
  'Zou u ook leveren aan de school?',
  'Wat gebeurt er bij droogte?',
  'Het brood erbij was een goed idee.',
  'Kan het met minder plastic rond de sla?',
  'Ik kom minder vaak, maar ik blijf lid.',
  'Mag ik mijn buurvrouw meebrengen? Zij kan het niet betalen.',
  'Hoe beslissen jullie samen over de prijs?',
  'Niets, gewoon een hand geven.',
  'Waarom geen depot aan het station?',
  'Is bio voor u een keuze of een moeten?',
  'Dank om ons te tonen hoe het groeit.',
  'Ik versta niet alles op de vergadering, maar ik voel mij er thuis.',
]

/** The 212 answers of De Korenbloem's members. */
export function korenbloemAnswers(): Answers[] {
  const member = spread('korenbloem member', [
    ['under1year', 31],
    ['from1to3years', 84],
    ['over3years', 88],
    ['left', 9],
  ])
  const reasons = selections(
    'korenbloem reasons',
    'fairPrice',
    spread('korenbloem fair price', [
      [true, 131],
      [false, 81],
    ]),
    ['taste', 'health', 'environment', 'meetingPeople', 'decidingTogether'],
    3,
  )
  const voted = spread('korenbloem voted', [
    ['yes', 61],
    ['no', 151],
  ])
  const counts = spread('korenbloem counts', [
    [5, 41],
    [4, 77],
    [3, 58],
    [2, 25],
    [1, 11],
  ])
  const price = spread<string | null>('korenbloem price', [
    ['low', 12],
    ['right', 96],
    ['highAcceptable', 83],
    ['tooHigh', 17],
    [null, 4],
  ])
  // 85 do not say how far; the median of the 127 others is 6 km.
  const distance = spread<number | undefined>('korenbloem distance', [
    [0, 4],
    [1, 9],
    [2, 15],
    [3, 12],
    [4, 11],
    [5, 7],
    [6, 14],
    [7, 6],
    [8, 13],
    [10, 14],
    [12, 9],
    [14, 5],
    [16, 4],
    [20, 3],
    [30, 1],
    [undefined, 85],
  ])
  const reimbursed = spread('korenbloem reimbursed', [
    ['yes', 13],
    ['no', 172],
    ['unknown', 27],
  ])
  const willing = spread('korenbloem willing', [
    [10, 14],
    [9, 19],
    [8, 38],
    [7, 26],
    [6, 22],
    [5, 39],
    [4, 16],
    [3, 14],
    [2, 11],
    [1, 4],
    [0, 9],
  ])
  const first = rankings(
    'korenbloem first',
    ['solidarityPrice', 'pickUpPoints', 'moreProducts', 'moreSay', 'lessPackaging'],
    205,
  )
  const words = shuffled('korenbloem words', [
    ...TO_A_FARMER,
    ...Array<undefined>(212 - TO_A_FARMER.length).fill(undefined),
  ])
  return member.map((since, index) => ({
    consent: 'yes',
    member_since: since,
    member_because: reasons[index]!,
    attended_or_voted: voted[index]!,
    vote_counts: counts[index]!,
    box_price: price[index]!,
    ...(distance[index] !== undefined && { pick_up_km: distance[index] }),
    increased_reimbursement: reimbursed[index]!,
    willing_to_pay_more: willing[index]!,
    ...(first[index] && { comes_first: first[index] }),
    ...(words[index] && { to_a_farmer: words[index] }),
  }))
}
