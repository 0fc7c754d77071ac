import type { Choice, Media } from '@vises/questionnaire/model.ts'
import { withText } from './edits.ts'
import { useEditor } from './editor-context.ts'
import { newChoiceName } from './kinds.ts'

const NONE: Choice[] = []

/** One list of choices and what can be done with it. */
export function useList(list: string) {
  const { questionnaire, change, published, language } = useEditor()
  const choices = questionnaire.choiceLists[list] ?? NONE
  const put = (next: Choice[], merge?: string) =>
    change((draft) => ({ ...draft, choiceLists: { ...draft.choiceLists, [list]: next } }), merge)
  const edit = (name: string, make: (choice: Choice) => Choice, merge?: string) =>
    put(
      choices.map((choice) => (choice.name === name ? make(choice) : choice)),
      merge,
    )
  /** New choices with these texts after a place; answers the name of the last. */
  const add = (at: number, texts: string[]): string => {
    const added: Choice[] = []
    for (const text of texts) {
      const name = newChoiceName(
        [...choices, ...added].map((choice) => choice.name).concat([...(published.choices.get(list) ?? [])]),
      )
      added.push({ name, label: text ? { [language]: text } : {} })
    }
    put(choices.toSpliced(at, 0, ...added))
    return added.at(-1)?.name ?? ''
  }
  return {
    choices,
    add,
    write: (name: string, text: string) =>
      edit(
        name,
        (choice) => ({ ...choice, label: withText(choice.label, language, text) ?? {} }),
        `choice ${list} ${name} ${language}`,
      ),
    /** Lines of text: the first into this choice when it is empty, the others below it. */
    writeLines(name: string, lines: string[]): string {
      const at = choices.findIndex((choice) => choice.name === name)
      const here = choices[at]
      if (!here || here.label[language]) return add(at + 1, lines)
      const [first = '', ...others] = lines
      const filled = { ...here, label: { ...here.label, [language]: first } }
      const names = [...choices.map((choice) => choice.name), ...(published.choices.get(list) ?? [])]
      const added: Choice[] = others.map((text) => {
        const next = newChoiceName(names)
        names.push(next)
        return { name: next, label: { [language]: text } }
      })
      put(choices.toSpliced(at, 1, filled, ...added))
      return added.at(-1)?.name ?? name
    },
    setExclusive: (name: string, exclusive: boolean) =>
      edit(name, ({ exclusive: _former, ...choice }) => (exclusive ? { ...choice, exclusive } : choice)),
    setMedia: (name: string, media: Media | undefined) =>
      edit(
        name,
        ({ media: _former, ...choice }) => (media ? { ...choice, media } : choice),
        `media ${list} ${name} ${language}`,
      ),
    /** What a choice filter compares: `region` of the choice "Liège" is "wallonia". */
    setColumn: (name: string, column: string, value: string) =>
      edit(
        name,
        ({ columns, ...choice }) => {
          const { [column]: _former, ...others } = columns ?? {}
          const next = value ? { ...others, [column]: value } : others
          return Object.keys(next).length > 0 ? { ...choice, columns: next } : choice
        },
        `column ${list} ${name} ${column}`,
      ),
    remove: (name: string) => put(choices.filter((choice) => choice.name !== name)),
    move(name: string, by: -1 | 1) {
      const at = choices.findIndex((choice) => choice.name === name)
      const choice = choices[at]
      if (choice && choices[at + by]) put(choices.toSpliced(at, 1).toSpliced(at + by, 0, choice))
    },
  }
}
