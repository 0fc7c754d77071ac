/** The whole look of the outbox; its fingerprint is in the page's content policy, so nothing else can style it. */
export const OUTBOX_STYLE = `
:root { color-scheme: light dark; --ink: #1f2a2e; --paper: #fff; --line: #d5dcdf; --accent: #0f5a5e }
@media (prefers-color-scheme: dark) { :root { --ink: #e6ecee; --paper: #12191c; --line: #35424a; --accent: #7cc7cb } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif }
main { max-width: 60rem; margin: 0 auto; padding: 24px }
h1 { font-size: 28px; line-height: 1.25; font-weight: 600; overflow-wrap: anywhere }
h2 { font-size: 18px; margin-top: 32px }
a { color: var(--accent) }
a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
table { width: 100%; border-collapse: collapse }
th, td { text-align: left; padding: 8px 12px 8px 0; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere }
td:last-child { white-space: nowrap; font-variant-numeric: tabular-nums }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px }
dt { font-weight: 600 } dd { margin: 0; overflow-wrap: anywhere }
pre { font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid var(--line); border-radius: 6px; padding: 16px }
iframe { width: 100%; height: 32rem; border: 1px solid var(--line); border-radius: 6px; background: #fff }
`
