/**
 * Astro: builds content/ into plain files.
 *
 * No page is made on demand: a build has no adapter, so a page that asks for one stops it, and no
 * function exists beside those in functions/. The adapter serves `astro dev` only (it lets pages reach
 * the functions there). OUT_DIR, CACHE_DIR and SITE_URL are set by src/commands/build.ts.
 */
import { defineConfig, sharpImageService } from 'astro/config'
import { resolve } from 'node:path'

const { OUT_DIR, CACHE_DIR, SITE_URL, CONTENT_DIR } = process.env
/** Pictures are taken in from the council's content, wherever that lies. */
const content = resolve(CONTENT_DIR || 'content')
const isDev = process.argv[2] === 'dev'

/** Edge functions and images would make the dev server fetch programs from the network. */
const devFeatures = { environmentVariables: false, images: false, edgeFunctions: false }

/** The council's colour stands in the styles of all pages: a file of its own would be one more to ask for. */
const councilColour = {
  postcssPlugin: 'council-colour',
  AtRule: {
    'council-colour': async (rule, { postcss }) => {
      const { readCouncil } = await import('./src/adapters/content/read-content.ts')
      const { councilStyles } = await import('./src/site/colour.ts')
      const styles = councilStyles(await readCouncil(content))
      rule.replaceWith(postcss.parse(styles, { from: rule.source?.input.file }))
    },
  },
}

export default defineConfig({
  output: 'static',
  // In dev, Astro would refuse the functions' addresses, which have no slash at their end.
  trailingSlash: isDev ? 'ignore' : 'always',
  session: false,
  devToolbar: { enabled: false },
  // The Content-Security-Policy allows no inline style and no inline script.
  // While one page is written to the disk, the next ones are made.
  build: { format: 'directory', inlineStylesheets: 'never', concurrency: 8 },
  image: { service: sharpImageService({ avif: { effort: 2 } }) },
  vite: {
    css: { postcss: { plugins: [councilColour] } },
    build: { assetsInlineLimit: 0 },
    resolve: { alias: { '@content': content } },
    server: { fs: { allow: ['.', content] } },
    ...(CACHE_DIR && { cacheDir: `${CACHE_DIR}/vite` }),
  },
  // Loading it takes a second, which a build has no use for.
  ...(isDev && {
    adapter: (await import('@astrojs/netlify')).default({ imageCDN: false, devFeatures }),
  }),
  ...(SITE_URL && { site: SITE_URL }),
  ...(OUT_DIR && { outDir: OUT_DIR }),
  ...(CACHE_DIR && { cacheDir: CACHE_DIR }),
})
