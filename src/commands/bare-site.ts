/**
 * The least that Astro makes of the same content: one page a proposal, and one that lists them.
 *
 * Talks to folders. Invariant: the same Markdown and the same pictures, which are only shown; nothing of ours
 * is in it. Decided in docs/decisions/0019.
 */
import { cp, mkdir, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { PROJECT_DIR } from './host/project.ts'

/** Writes its source into a new folder; `round` is the folder of the round that it shows. */
export async function writeBareSite(directory: string, round: string): Promise<void> {
  const files = { ...FILES, 'src/content.config.ts': collectionOf(join(round, 'proposals')) }
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(directory, name)), { recursive: true })
    await writeFile(join(directory, name), text)
  }
  await cp(join(round, 'pictures'), join(directory, 'public/pictures'), { recursive: true })
  await symlink(join(PROJECT_DIR, 'node_modules'), join(directory, 'node_modules'))
}

function collectionOf(base: string): string {
  return `
import { defineCollection } from 'astro:content'
import { glob } from 'astro/loaders'
export const collections = {
  proposals: defineCollection({ loader: glob({ pattern: '*.md', base: ${JSON.stringify(base)} }) }),
}
`
}

const FILES = {
  'package.json': '{ "type": "module" }',
  'astro.config.mjs': `
import { defineConfig } from 'astro/config'
export default defineConfig({ devToolbar: { enabled: false } })
`,
  'src/pages/index.astro': `---
import { getCollection } from 'astro:content'
const proposals = await getCollection('proposals')
---
<!doctype html>
<html lang="en"><head><title>Proposals</title></head><body><ul>
{proposals.map(({ id, data }) => <li><a href={\`/\${id}/\`}>{data.title}</a></li>)}
</ul></body></html>
`,
  'src/pages/[id].astro': `---
import { getCollection, render } from 'astro:content'
export async function getStaticPaths() {
  const proposals = await getCollection('proposals')
  return proposals.map((proposal) => ({ params: { id: proposal.id }, props: { proposal } }))
}
const { proposal } = Astro.props
const { data } = proposal
const { Content } = await render(proposal)
---
<!doctype html>
<html lang="en">
<head><title>{data.title}</title><meta name="description" content={data.summary} /></head>
<body>
<h1>{data.title}</h1><p>{data.summary}</p><p>{data.cost}</p>
<img src={\`/pictures/\${data.picture.file}\`} alt={data.picture.alt} />
<Content />
</body>
</html>
`,
}
