import type { TriText } from '../../platform/tri-text.ts'
import type { CellRules } from './cell-rules.ts'

/** The rules in plain words, to be kept with the release. */
export function rulesText({ minEnterprises, minPartners, maxPartnerShare }: CellRules): TriText {
  const percent = Math.round(maxPartnerShare * 100)
  return {
    fr: `Ne sont comptées que les évaluations que les entreprises partagent au niveau transfrontalier. Un nombre est affiché quand il réunit au moins ${minEnterprises} entreprises d'au moins ${minPartners} partenaires et qu'aucun partenaire n'en accompagne plus de ${percent} %. Les mêmes conditions valent une fois mises de côté les entreprises de votre partenaire. « Non affiché » peut aussi vouloir dire qu'il n'y en a aucune.`,
    nl: `Enkel evaluaties die ondernemingen grensoverschrijdend delen, tellen mee. Een aantal verschijnt als het minstens ${minEnterprises} ondernemingen van minstens ${minPartners} partners omvat en geen enkele partner er meer dan ${percent} % van begeleidt. Dezelfde voorwaarden gelden als de ondernemingen van uw eigen partner opzij gezet zijn. “Niet getoond” kan ook betekenen dat er geen enkele is.`,
    en: `Only evaluations that enterprises share across the border are counted. A number is shown when it covers at least ${minEnterprises} enterprises from at least ${minPartners} partners and no partner accompanies more than ${percent}% of them. The same must hold once your own partner's enterprises are set aside. "Not shown" can also mean that there are none.`,
  }
}
