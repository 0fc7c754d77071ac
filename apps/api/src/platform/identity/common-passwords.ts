/** Words and keyboard walks that stand at the top of every leaked list, in our three languages, without decoration. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `
  password passw0rd passwort contraseña motdepasse mot2passe wachtwoord paswoord geheim secret letmein welcome welkom
  bienvenue bonjour bonjourbonjour hallo admin administrator administrateur beheerder login user default changeme
  azerty azertyuiop azertyui qwerty qwertyuiop qwertyui qwertz qwertzuiop asdfghjkl asdfghjklm qsdfghjklm wxcvbn
  zxcvbnm qwerty123456 azerty123456 qazwsxedc qazwsxedcrfv 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc q1w2e3r4t5 a1z2e3r4t5
  abcdefghij abcdefghijk abcdefgh abcd abc iloveyou jetaime ikhouvanjou doudou chouchou loulou soleil princess
  princesse sunshine superman batman dragon monkey football voetbal standard anderlecht baseball michael jennifer
  marseille liverpool chelsea arsenal nicolas camille caroline charlotte trustno internet computer ordinateur
  whatever starwars pokemon master hello helloworld freedom liberte vrijheid belgique belgie belgium brussel
  bruxelles brussels france nederland vlaanderen wallonie hauts-de-france summer winter printemps automne zomer
  lente herfst january janvier januari test testtest testtesttest demo demodemo demodemodemo vises visesvises
  impactsocial socialeimpact economiesociale evaluation evaluatie passwordpassword motdepassemotdepasse
  wachtwoordwachtwoord monmotdepasse mijnwachtwoord mypassword
  `
    .trim()
    .split(/\s+/),
)
