import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** A page of an app, as its area registers it. */
export interface AppRoute {
  app: 'admin' | 'client'
  area: string
  /** Below the language, with the names of its parameters: `imports/:id`. */
  path: string
  /** The action of the access table that opens it. */
  action?: string
}

const apps = path.join(import.meta.dirname, '../../../apps')

/** Every page of both apps: what the areas register, and the routes inside the page that an area loads. */
export function allRoutes(): AppRoute[] {
  return (['admin', 'client'] as const).flatMap((app) => {
    const folder = path.join(apps, app, 'src/areas')
    return readdirSync(folder).flatMap((area) => {
      const file = path.join(folder, area, 'area.tsx')
      return existsSync(file) ? routesOf(app, area, file) : []
    })
  })
}

function routesOf(app: AppRoute['app'], area: string, file: string): AppRoute[] {
  const registered = [
    ...readFileSync(file, 'utf8').matchAll(/path: '([^']*)'([\s\S]*?)load: \(\) => import\('(\.\/[^']+)'\)/g),
  ]
  if (registered.length === 0) throw new Error(`No route was understood in ${file}.`)
  return registered.flatMap(([, base = '', between = '', page = '']) => {
    const action = /action: '([^']+)'/.exec(between)?.[1]
    const source = readFileSync(path.join(path.dirname(file), page), 'utf8')
    const inside = [...source.matchAll(/<Route path="([^"*]+)"/g)].map(([, part = '']) => part)
    return [base, ...inside.map((part) => (base ? `${base}/${part}` : part))].map((whole) => ({
      app,
      area,
      path: whole,
      action,
    }))
  })
}
