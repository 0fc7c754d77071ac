/** Words of coaches in the demo, used for the pilots that are not worked out. */
export const COMMENTS: Record<'fr' | 'nl', string[]> = {
  fr: [
    'Vous avez déjà beaucoup de matière ici. On relit ensemble à la prochaine séance ?',
    'Pensez aux personnes qui ne viennent plus : elles peuvent éclairer cette étape.',
    'Deux phrases suffisent pour avancer, le reste peut venir plus tard.',
  ],
  nl: [
    'U hebt hier al veel materiaal. Lezen we het samen na in de volgende sessie?',
    'Denk ook aan wie niet meer komt: zij kunnen deze stap verhelderen.',
    'Twee zinnen volstaan om verder te gaan, de rest kan later.',
  ],
}

/** Support sessions in the order in which they are held. */
export const SESSIONS: Record<'fr' | 'nl', { notes: string; nextActions: string }[]> = {
  fr: [
    {
      notes: 'Première rencontre : attentes, temps disponible, craintes de l’équipe.',
      nextActions: 'Composer le groupe ; rassembler les documents existants.',
    },
    {
      notes: 'Relecture du portrait et des premiers effets nommés par le groupe.',
      nextActions: 'Proposer deux ou trois questions au groupe.',
    },
    {
      notes: 'Point sur les méthodes et sur le calendrier de la récolte.',
      nextActions: 'Fixer les dates avec l’équipe ; prévenir les personnes concernées.',
    },
    {
      notes: 'Lecture des premières réponses, groupes encore absents.',
      nextActions: 'Relancer par téléphone les personnes qui n’ont pas répondu.',
    },
  ],
  nl: [
    {
      notes: 'Eerste gesprek: verwachtingen, beschikbare tijd, vrees van het team.',
      nextActions: 'De groep samenstellen; bestaande documenten verzamelen.',
    },
    {
      notes: 'Portret nagelezen, met de eerste effecten die de groep noemde.',
      nextActions: 'Twee of drie vragen voorleggen aan de groep.',
    },
    {
      notes: 'Methodes en kalender van de verzameling overlopen.',
      nextActions: 'Data afspreken met het team; betrokken mensen verwittigen.',
    },
    {
      notes: 'Eerste antwoorden gelezen; sommige groepen ontbreken nog.',
      nextActions: 'Wie niet antwoordde telefonisch herinneren.',
    },
  ],
}
