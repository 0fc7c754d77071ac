import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** Where the built apps lie; an app that was not built is left out. */
export interface BuiltApps {
  admin: string
  client: string
}

/** The built apps, the page that welcomes and the page that asks; everything else is not there. */
export async function serveApps(app: FastifyInstance, apps: BuiltApps): Promise<void> {
  const folders = [
    { prefix: '/admin/', root: apps.admin },
    { prefix: '/app/', root: apps.client },
  ].filter(({ root }) => existsSync(path.join(root, 'index.html')))
  for (const [index, { prefix, root }] of folders.entries()) {
    await app.register(fastifyStatic, {
      root,
      prefix,
      decorateReply: index === 0,
      wildcard: true,
      index: 'index.html',
      // The build leaves smaller copies beside the files.
      preCompressed: true,
      setHeaders(response, file) {
        // Built files carry a hash in their name; pages must be asked for anew.
        const fixed = file.includes(`${path.sep}assets${path.sep}`)
        response.setHeader('cache-control', fixed ? 'public, max-age=31536000, immutable' : 'no-cache')
        if (hasSmallerCopy(file)) response.setHeader('vary', 'accept-encoding')
      },
    })
    app.get(prefix.slice(0, -1), (_request, reply) => reply.redirect(prefix))
  }
  const page = (file: string) => (_request: unknown, reply: { sendFile(name: string, root: string): unknown }) =>
    reply.sendFile(file, apps.client)
  if (existsSync(path.join(apps.client, 'welcome.html'))) app.get('/', page('welcome.html') as never)
  if (existsSync(path.join(apps.client, 'q.html'))) serveQuestionnairePage(app, apps.client)
  app.setNotFoundHandler((request, reply) => {
    // Addresses of the apps' own pages are answered with the app.
    const folder = folders.find(({ prefix }) => request.url.startsWith(prefix))
    const looksLikeFile = /\.[a-z0-9]{2,5}(\?|$)/.test(request.url)
    if (folder && request.method === 'GET' && !looksLikeFile) {
      return reply.header('cache-control', 'no-cache').type('text/html').sendFile('index.html', folder.root)
    }
    return reply.code(404).send({ error: 'NOT_FOUND' })
  })
}

/** The public questionnaire page and the service worker that keeps it; what is asked stands behind `#` and never comes here. */
function serveQuestionnairePage(app: FastifyInstance, root: string): void {
  // The page brings its scripts and its style along: these and no others run.
  const html = readFileSync(path.join(root, 'q.html'), 'utf8')
  const own = (element: string) =>
    [...html.matchAll(new RegExp(`<${element}[^>]*>([^]*?)</${element}>`, 'g'))]
      .map(([, text]) => `'sha256-${createHash('sha256').update(text!).digest('base64')}'`)
      .join(' ')
  const policy = `default-src 'none'; script-src ${own('script')}; style-src ${own('style')}; img-src 'self' data: blob:; media-src 'self' data: blob:; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'`
  app.get('/q', (_request, reply) => reply.redirect('/q/'))
  app.get('/q/sw.js', (_request, reply) => reply.sendFile('q-sw.js', root))
  app.get('/q/*', (_request, reply) =>
    reply
      // Our own apps show it in a frame: the preview beside the editor, typing from paper.
      .header('x-frame-options', 'SAMEORIGIN')
      .header('content-security-policy', policy)
      .sendFile('q.html', root),
  )
}

/** Whether what is sent depends on what the browser unpacks; the file may be such a copy itself. */
const hasSmallerCopy = (file: string) =>
  /\.(br|gz)$/.test(file) || ['br', 'gz'].some((ending) => existsSync(`${file}.${ending}`))
