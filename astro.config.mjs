/**
 * Astro: builds content/ into plain files.
 *
 * No page is made on demand: a build has no adapter, so a page that asks for one stops it, and no
 * function exists beside those in functions/. The adapter serves `astro dev` only (it lets pages reach
 * the functions there). OUT_DIR, CACHE_DIR and SITE_URL are set by src/commands/build.ts.
 */
import netlify from '@astrojs/netlify'
import { defineConfig } from 'astro/config'

const { OUT_DIR, CACHE_DIR, SITE_URL } = process.env
const isDev = process.argv[2] === 'dev'

/** Edge functions and images would make the dev server fetch programs from the network. */
const devFeatures = { environmentVariables: false, images: false, edgeFunctions: false }

export default defineConfig({
  output: 'static',
  // In dev, Astro would refuse the functions' addresses, which have no slash at their end.
  trailingSlash: isDev ? 'ignore' : 'always',
  session: false,
  devToolbar: { enabled: false },
  // The Content-Security-Policy allows no inline style and no inline script.
  build: { format: 'directory', inlineStylesheets: 'never' },
  vite: { build: { assetsInlineLimit: 0 }, ...(CACHE_DIR && { cacheDir: `${CACHE_DIR}/vite` }) },
  ...(isDev && { adapter: netlify({ imageCDN: false, devFeatures }) }),
  ...(SITE_URL && { site: SITE_URL }),
  ...(OUT_DIR && { outDir: OUT_DIR }),
  ...(CACHE_DIR && { cacheDir: CACHE_DIR }),
})
